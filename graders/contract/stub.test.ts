import { readStub, stubEnding } from "./stub";

test.each([
  ["Error: padding: not answered yet", "padding"],
  ["padding: not answered yet", "padding"],
  ["Error: padding: not answered yet, says my friend", null],
  ["Error: not answered yet", "Error"],
  [stubEnding, null],
  ["Error: division by zero", null],
  ["", null],
])("%p is the stub of %p", (threw, name) => {
  expect(readStub(threw)).toBe(name);
});
