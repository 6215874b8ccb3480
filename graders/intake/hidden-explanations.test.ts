/** Explanations that no reading finds are told to the student, by the name that the file has for the student. */
import { good, take, writeAll } from "../testing/hand-in";
import { writeNotebook } from "./notebook/notebook";

const hidden = "const explanations = make();\n";
const told = (file: string) => ({
  code: "explanations-unread",
  file,
  because: { code: "explanations-not-shown" },
});
const notebook = writeNotebook([{ id: "a", kind: "code", source: `${good}\n${hidden}` }]);

test.each([
  ["the file", { "submission.ts": `${good}\n${hidden}` }, "submission.ts"],
  ["another file", { "submission.ts": `import "./texts";\n${good}`, "texts.ts": hidden }, "texts.ts"],
  ["a notebook", { "work.ipynb": notebook }, "work.ipynb"],
])("in %s", async (_, files, name) => {
  writeAll("class/ann", files);
  expect((await take("class", "ann")).remarks).toContainEqual(told(name));
});

test("what is exported is not", async () => {
  writeAll("class/ann", { "submission.ts": `${good}\nexport ${hidden}` });
  expect((await take("class", "ann")).remarks).toBeUndefined();
});
