import { joinCells } from "../contract/joined-cells";
import { explainMissingExport, listWrittenNames } from "./missing-export";

const explain = (name: string, exported: readonly string[], source: string) =>
  explainMissingExport(name, exported, listWrittenNames([source]));

test.each([
  ["StandardConv", "export function StandardConv() {}", ["StandardConv"], "other-case", "StandardConv"],
  ["snake case", "export const standard_conv = () => 1;", ["standard_conv"], "snake-case", "standard_conv"],
  ["no export", "function standardConv() {}", [], "not-exported", "standardConv"],
  ["no export in snake case", "const standard_conv = () => 1;", [], "not-exported", "standard_conv"],
  [
    "a method",
    "export class Answers {\n  private x = 1;\n  async standardConv(layer: { a: 1 }) { return other(layer); }\n}",
    ["Answers"],
    "in-a-class",
    "Answers.standardConv",
  ],
  [
    "a static arrow in a class without a name",
    "export default class {\n  static standardConv = () => 1;\n}",
    [],
    "in-a-class",
    "class.standardConv",
  ],
  [
    "a member of an object",
    "export const answers: Record<string, unknown> = {\n  other: helper({ a: 1 }),\n  async standardConv(layer) { return 1; },\n};",
    ["answers"],
    "inside",
    "answers.standardConv",
  ],
  [
    "an arrow in an object",
    "const mine = { standardConv: (layer: { a: 1 }) => 1 };\nexport default mine;",
    ["default"],
    "inside",
    "mine.standardConv",
  ],
  [
    "a function in a namespace",
    "export namespace Task2 {\n  export const padding = () => 0;\n  export function standardConv() {}\n}",
    ["Task2"],
    "inside",
    "Task2.standardConv",
  ],
  ["a slip of the pen", "export function standardConw() {}", ["standardConw"], "similar", "standardConw"],
])("%s is found as what it is", (_, source, exported, kind, found) => {
  expect(explain("standardConv", exported, source)).toEqual({ kind, found });
});

/** Each of them begins as the sentence about what is not exported would have it. */
const shells = [
  "export function standardConv(l) { return 1; }",
  "export async function standardConv(l) { return 1; }",
  "export const standardConv = (l) => 1;",
  "export function standard_conv(l) { return 1; }",
];

test.each(shells)("%s is exported already, by a cell that was left out or by another file", (shell) => {
  const [, found] = /(?:function|const) (\w+)/.exec(shell) ?? [];
  const cells = ["export const open = (a) => { return [a;", `%%time\n${shell}`, "export const b = 2;"];
  const joined = joinCells(cells.map((text, at) => ({ number: at + 1, text })));
  expect(explain("standardConv", ["b"], joined)).toEqual({ kind: "left-out", found });
  expect(explain("standardConv", ["b"], shell)).toEqual({ kind: "other-file", found });
  const hidden = shell.replace("export ", "");
  for (const source of [hidden, `export { b };\n${hidden}`, `export const b = 1, c = 2;\n${hidden}`])
    expect(explain("standardConv", ["b"], source)).toEqual({ kind: "not-exported", found });
});

test.each([
  ["an argument", "const a = { b: 1 };\nconst c = other(a, { standardConv: 1 });", []],
  ["a comment", "// function standardConv() {}\nexport const x = 1;", ["x"]],
  ["a string", 'export const x = "function standardConv() {}";', ["x"]],
  ["a call", "export const x = () => standardConv(1);", ["x"]],
  ["a function inside another", "function f() { function standardConv() {} }", []],
  ["a call inside a method", "class A {\n  f() { return standardConv(1); }\n}", []],
  ["a name made while it ran, which the source does not hold", "module.exports = make();", ["StandardConv"]],
  ["nothing", "", []],
])("%s is nothing", (_, source, exported) => {
  expect(explain("standardConv", exported, source)).toBeNull();
});
