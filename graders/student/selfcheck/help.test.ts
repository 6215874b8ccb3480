import { findHelp } from "./help";

test.each([true, false])("a comment of Python's, taken for a private name, is told as one", (hasRun) => {
  const message = "Private field '#ceil' must be declared in an enclosing class";
  expect(findHelp({ message, at: null, hasRun }, new Set())).toEqual({
    sentence: "habitWritten",
    values: { python: "# …", code: "// …" },
  });
  expect(findHelp({ message: "Private property", at: null, hasRun }, new Set())).toBeNull();
});
