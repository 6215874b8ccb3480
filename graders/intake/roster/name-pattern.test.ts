import { parseNamePattern } from "./name-pattern";

const ada = { id: "a_1", name: "Ada Lovelace", email: "ada@example.org", subject: "" };

test.each([
  ["{id}_*", "a_1_Lovelace", true],
  ["{id}_*", "a_1_hw3.ts", true],
  ["{id}_*", "A_1_Lovelace", false],
  ["{id}_*", "a_1", false],
  ["hw3-{id}", "hw3-a_1.ts", true],
  ["hw3-{id}", "hw3-a_12.ts", false],
  ["*_{id}", "ada_a_1", true],
  ["{name}_*", "ada_lovelace_777_file", true],
  ["*({email})*", "Lovelace (ADA@example.org) hw", true],
  ["{id}+(x)", "a_1+(x)", true],
  ["{id}+(x)", "a_1xx", false],
  ["*{id}*{id}*", "a_1", false],
  ["*{id}*{id}*", "a_1a_1", true],
])("%s and %s fit: %p", (pattern, name, isFit) => {
  expect(parseNamePattern(pattern)(name, ada)).toBe(isFit);
});

test("what stands in the roster is text, no wildcard", () => {
  expect(parseNamePattern("{id}-*")("anything-x", { ...ada, id: "*" })).toBe(false);
});

test("a student without an address fits no pattern that asks for one", () => {
  const { email: _, ...without } = ada;
  expect(parseNamePattern("{email}*")("x", without)).toBe(false);
});

test("the Unicode form does not matter", () => {
  expect(parseNamePattern("{id}_*")("zoe\u0308_x", { ...ada, id: "zo\u00eb" })).toBe(true);
});

test.each([
  ["*", '--match: expected {id}, {name} or {email} in it, got "*"'],
  ["{sid}_*", "--match: expected {id}, {name} or {email}, got {sid}"],
])("refuses %s", (pattern, message) => {
  expect(() => parseNamePattern(pattern)).toThrow(message);
});
