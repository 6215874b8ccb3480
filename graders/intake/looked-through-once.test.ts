/** What is written a hundred thousand times: nothing that reads code without a compiler looks back over all of it. */
import { endInTime } from "../testing/end-in-time";
import { listOpen, listWork, listWorkInText } from "./answered";
import { listOwnedComments } from "./code-comments";
import { holdsTypesAlone } from "./holds-types";
import { listImports } from "./import-specifiers";
import { listWrittenNames } from "./missing-export";
import { prepareCell } from "./notebook/cell-code";

const opening = ["async ", "async () => ", "a(", "a({", "/* a */ ", "a<", "export "];
const asking = ["await x\n", "import a from './b';\n", "function a() {}\n", ");"];

const readers: readonly (readonly [string, (source: string) => unknown])[] = [
  ["cells", (source) => prepareCell(source, false)],
  ["imports", listImports],
  ["comments", (source) => listOwnedComments([source], () => true)],
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
