import { english } from "../../wording/translator";
import { findDivision, findRuntimeHabit, findWrittenHabit, type Habit } from "./python-habits";
import { createSay } from "./say";

const say = createSay(english);
const tell = (habit: Habit | null): string => (habit === null ? "" : say(habit.sentence, habit.values));
const asked = new Set(["modelBytes", "padding"]);

describe("a line of Python is told how it is written here", () => {
  test.each([
    ["def padding(layer):", /def f\(x\): is function f\(x: number\)/],
    ["  } elif (x > 1) {", /elif is else if/],
    ["  if (a > 0 and b > 0) {", /and is &&/],
    ["  return a or b;", /or is \|\|/],
    ["  if (not a) {", /not is !/],
    ['  const text = f"{x} bytes";', /f"…\{x\}…" is `…\$\{x\}…`/],
    ["# the padding of a layer", /# … is \/\/ …/],
    ['  """Counts."""', /""" is \/\*\*/],
    ["import numpy as np", /import is import \{ f \} from/],
    ["from math import floor", /import is import \{ f \} from/],
    ["  for x in range(3):", /for x in list: is for \(const x of list\)/],
    ["  if x > 1:", /if c: is if \(c\)/],
    ["  const y = 1 if x > 1 else 2;", /a if c else b is c \? a : b/],
    ["  const f = lambda x: x", /lambda x: … is \(x\) =>/],
    ["  if (x is None) {", /is is ===/],
    ["  raise ValueError(1)", /raise is throw/],
    ["  return (a // 2", /division is a \/ b/],
  ])("%s", (line, says) => {
    expect(tell(findWrittenHabit(line, ""))).toMatch(says);
  });

  test("a division is found from the line below it, where the compiler stumbles", () => {
    expect(tell(findWrittenHabit("}", "  return (a // 2"))).toMatch(/division/);
  });

  test.each([
    ['  const text = "this and that or not";'],
    ["  const f = { a: 1, b: 2 }; // def and elif"],
    ["  return x ? a : b;"],
    ["  if (x) return 1; else return 2"],
    ["  const half = /if (a) else/;"],
    ["  import(name"],
  ])("and one of TypeScript is not: %s", (line) => {
    expect(findWrittenHabit(line, "")).toBeNull();
  });
});

describe("an error of a running program is told how Python's name is written here", () => {
  test.each([
    ["ReferenceError: print is not defined", "", /print is console\.log/],
    ["ReferenceError: None is not defined", "", /None is null/],
    ["ReferenceError: True is not defined", "", /True is true/],
    ["ReferenceError: len is not defined", "", /len is list\.length/],
    ["ReferenceError: self is not defined", "", /self is this/],
    ["ReferenceError: model_bytes is not defined", "", /model_bytes is called modelBytes here/],
    ["ReferenceError: total is not defined", "  total = 5;", /declared where it first stands: const total/],
    ["TypeError: rows.append is not a function", "", /\.append\(\) is \.push\(\)/],
  ])("%s", (message, line, says) => {
    expect(tell(findRuntimeHabit(message, line, asked))).toMatch(says);
  });

  test.each([
    ["ReferenceError: total is not defined", "return total == 5;"],
    ["ReferenceError: modelBytes is not defined", ""],
    ["ReferenceError: constructor is not defined", ""],
    ["TypeError: a.constructor is not a function", ""],
    ["Error: print is not defined", ""],
  ])("and nothing is guessed of %s", (message, line) => {
    expect(findRuntimeHabit(message, line, asked)).toBeNull();
  });
});

describe("a division that became a comment", () => {
  test.each([
    ["export function f(a, b) {\n  return a // b\n}", 2],
    ["const half = (n) => n // 2;", 1],
    ["const half = (n) => { return n//2; }\nconst f = 1;", 1],
    ["const f = (n, m) =>\n  n // (m + 1)\n", 2],
  ])("%j", (source, line) => {
    expect(findDivision(source)).toBe(line);
  });

  test.each([
    ["const n = 3; // 4"],
    ["const n = 3 // three of them\n"],
    ["const n = m // bytes\n"],
    ["// 2\nconst n = 2\n// n"],
    ['const url = "http://n"\nconst n = 1'],
  ])("is no comment that stands where comments do: %j", (source) => {
    expect(findDivision(source)).toBeNull();
  });
});
