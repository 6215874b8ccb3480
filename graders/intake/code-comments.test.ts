import { joinCells } from "../contract/joined-cells";
import { collectExplanations } from "./explanations";

const real = "The variance is a mean, so I need one division for each channel.";
const questions = [
  { id: "padding", names: [], exports: ["padding"], handedOut: [] },
  { id: "softmax", names: [], exports: ["softmaxFlops"], handedOut: [] },
];
const read = (source: string) =>
  Object.fromEntries(
    collectExplanations({ exported: undefined, texts: [], sources: [source], questions }).byQuestion,
  );

const before = {
  nothing: "",
  imports: 'import { a } from "./a";\n',
  "another function": "export function padding(l) {\n  return l.p;\n}\n",
};
const comments = {
  "line comments": `// ${real}`,
  "a block": `/* ${real} */`,
  "a doc comment": `/**\n * ${real}\n */`,
  "a banner and text": `// =====\n// Softmax\n// =====\n// ${real}`,
};
const between = {
  nothing: "",
  "a blank line": "\n",
  "three blank lines": "\n\n\n",
  "a type": "type R = { a: number };\n",
  "an interface": "\ninterface R {\n  a: number;\n}\n\n",
  "a constant": "const EPS = 1e-9;\n",
  "a helper": "function help(n) {\n  return n;\n}\n\n",
  "another comment": "\n// Here it is.\n",
};
const shells = {
  "a function": "export function softmaxFlops(n) {\n  return 5 * n;\n}\n",
  "an arrow": "export const softmaxFlops = (n) => 5 * n;\n",
  "a function exported under another name":
    "function soft(n) {\n  return 5 * n;\n}\nexport { soft as softmaxFlops };\n",
};

describe("a comment belongs to the next function that is asked for, whatever stands between", () => {
  const cases = Object.entries(before).flatMap(([first, head]) =>
    Object.entries(comments).flatMap(([kind, comment]) =>
      Object.entries(between).flatMap(([gap, space]) =>
        Object.entries(shells).map(([shell, code]) => {
          // What begins a file, parted by a blank line, is about the file.
          const isHeader = head === "" && space.startsWith("\n");
          return [first, kind, gap, shell, `${head}\n${comment}\n${space}${code}`, isHeader] as const;
        }),
      ),
    ),
  );
  test.each(cases)("behind %s: %s, %s, %s", (_, __, ___, ____, source, isHeader) => {
    const found = read(source);
    expect(found.padding).toBeUndefined();
    if (isHeader) expect(found.softmax ?? "").not.toContain(real);
    else expect(found.softmax).toContain(real);
  });
});

test.each(["export const name = 'Kim';", "export interface Layer {}", "class Layer {}", "enum Kind {}"])(
  "one directly above %s is about that",
  (declaration) => {
    expect(
      read(`import "./a";\n/** ${real} */\n${declaration}\n\nexport function softmaxFlops() {}`),
    ).toEqual({});
  },
);

test("a comment above the imports is about the file", () => {
  expect(read(`// ${real}\nimport { a } from "./a";\nexport function softmaxFlops() {}`)).toEqual({});
});

test("one behind all code, or in a cell of its own, is about what stands before", () => {
  const code = "export function padding(l) {}\nexport function softmaxFlops(n) {}\n";
  expect(read(`${code}\n// ${real}\n`)).toEqual({ softmax: real });
  const cells = [code, `/* ${real} */`, "export const other = 1;"];
  const joined = joinCells(cells.map((text, at) => ({ number: at + 1, text })));
  expect(read(joined)).toEqual({ softmax: real });
  expect(read(`// ${real}\n`)).toEqual({});
});
