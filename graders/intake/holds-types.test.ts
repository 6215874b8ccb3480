import { readFileSync } from "node:fs";
import { join } from "node:path";
import { good, sayRefusal, take, takeFrom, write, writeAll } from "../testing/hand-in";
import { projectRoot } from "../testing/project-root";
import { holdsTypesAlone } from "./holds-types";
import { writeNotebook } from "./notebook/notebook";

const handedOut = readFileSync(join(projectRoot, "templates/handout/types.ts"), "utf8");

test.each([
  ["what is handed out", handedOut],
  ["with line ends of Windows", handedOut.replaceAll("\n", "\r\n")],
  ["an interface", "interface A {\n  b: number;\n}\n"],
  ["a union over lines", 'export type A =\n  | "a"\n  | "b";\n'],
  ["a union that is not indented", 'export type A =\n| "a"\n| "b";\n'],
  ["imports and exports of types", 'import type { A } from "./a";\nexport type { A };\nexport {};\n'],
])("%s: types alone", (_, text) => {
  expect(holdsTypesAlone(text)).toBe(true);
});

test.each([
  ["nothing", ""],
  ["a comment", "/* export\ninterface\n*/\n"],
  ["a function", `${handedOut}export function padding() {}\n`],
  ["a constant", `${handedOut}const a = 1;\n`],
  ["an enum", `${handedOut}export enum A {\n  b,\n}\n`],
  ["a class", `${handedOut}class A {}\n`],
  ["a call", `${handedOut}console.log(1);\n`],
  ["a default export", `${handedOut}export default 1;\n`],
  ["an import that runs", `${handedOut}import "./work";\n`],
])("%s: something else", (_, text) => {
  expect(holdsTypesAlone(text)).toBe(false);
});

test.each([
  ["a notebook", "work.ipynb", writeNotebook([{ id: "a", kind: "code", source: good }])],
  ["a source of another name", "work.ts", good],
  ["a source in JavaScript", "work.js", good],
])("%s beside the types that are handed out is the submission", async (_, name, content) => {
  writeAll("class/ann", { "types.ts": handedOut });
  write(`class/ann/${name}`, content);
  const found = await take("class", "ann");
  expect(found.files[0]?.text).toContain("export const name");
});

test("types with nothing beside are looked at as they are", async () => {
  writeAll("class/ann", { "types.ts": handedOut });
  writeAll("class/bob", { "a.ts": good, "b.ts": good, "types.ts": handedOut });
  expect((await take("class", "ann")).entry).toBe("types.ts");
  expect(sayRefusal(await takeFrom("class", "bob"))).toContain("a.ts, b.ts");
});
