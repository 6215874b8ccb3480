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
