/** What is written a hundred thousand times: nothing that reads code without a compiler looks back over all of it. */
import { endInTime } from "../testing/end-in-time";
import { listOpen, listWork, listWorkInText } from "./answered";
import { listComments } from "./code-comments";
import { holdsTypesAlone } from "./holds-types";
import { listImports } from "./import-specifiers";
import { listWrittenNames } from "./missing-export";
import { prepareCell } from "./notebook/cell-code";

const opening = ["async ", "async () => ", "a(", "a({", "/* a */ ", "a<", "export "];
const asking = ["await x\n", "import a from './b';\n", "function a() {}\n", ");"];

const readers: readonly (readonly [string, (source: string) => unknown])[] = [
  ["cells", (source) => prepareCell(source, false)],
  ["imports", listImports],
  ["comments", (source) => listComments([source], () => true)],
  ["work", listWork],
  ["work in a text", listWorkInText],
  ["stubs", (source) => [listOpen(source)]],
  ["names", (source) => listWrittenNames([source])],
  ["types", holdsTypesAlone],
];

const pairs = opening.flatMap((first) => asking.map((second) => ({ first, second })));

// Where each of the second looks back over all of the first, this takes minutes.
describe.each(readers)("%s", (_, read) => {
  test.each(pairs)("many $first, then many $second", ({ first, second }) => {
    const source = `${first.repeat(100_000)}() => {\n${second.repeat(80_000)}}`;
    expect(endInTime(() => read(source))).toBeDefined();
  });
});

// As of a notebook; a plain source may pretend to be one of any number.
describe("comments of many cells", () => {
  const pieces = ["/* a */ ", "// a\n", ";", "f();", "function a() {}", "const b = 1; /* a */", "{", ""];
  const cellPairs = pieces.flatMap((first) => pieces.map((second) => ({ first, second })));
  test.each(cellPairs)("$first and $second, in turns", ({ first, second }) => {
    const cells = Array.from({ length: 60_000 }, (_, at) => (at % 2 === 0 ? first : second));
    for (const isMeant of [true, false])
      expect(
        endInTime(() => listComments([`${"// a\n".repeat(60_000)};`, ...cells], () => isMeant)),
      ).toBeDefined();
  });
});
