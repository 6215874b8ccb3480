import fc from "fast-check";
import { UsageError } from "../../contract/faults";
import { showAsText } from "../../report/exports/csv";
import { findSubmission, nameSubmissions } from "./named-submissions";

const instead = "do something else";

test("a cell that may be one submission or another is refused by both names", () => {
  const named = nameSubmissions(["=ada", "'=ada"]);
  expect(() => findSubmission("'=ada", named, instead)).toThrow(
    `'=ada: a table cannot tell "=ada", "'=ada" apart; ${instead}`,
  );
});

test("a cell that a program has written in another Unicode form means the same", () => {
  expect(findSubmission("éva", nameSubmissions(["e\u0301va"]), instead)).toBe("e\u0301va");
});

test("whatever a class is called, what a table shows of a submission means it, or nobody", () => {
  const id = fc.oneof(
    fc.string({ minLength: 1 }),
    fc.constantFrom("=a", "'=a", " =a", "a", "a ", "-1", "'-1"),
  );
  const property = fc.property(fc.uniqueArray(id, { minLength: 1 }), (ids) => {
    const named = nameSubmissions(ids);
    for (const one of ids) {
      try {
        expect(findSubmission(showAsText(one).trim(), named, instead)).toBe(one);
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
      }
    }
  });
  fc.assert(property);
});
