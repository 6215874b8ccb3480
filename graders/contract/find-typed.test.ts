import { findTyped } from "./find-typed";

const [composed, apart] = ["éva", "e\u0301va"];

test.each<[string, readonly string[], string | undefined]>([
  [composed, ["ann", apart], apart],
  [apart, ["ann", composed], composed],
  [composed, [apart, composed], composed],
  [apart, [composed, apart], apart],
  ["q\u0323\u0307", ["q\u0307\u0323"], "q\u0307\u0323"],
  ["ệ", ["e\u0323\u0302", "e\u0302\u0323"], undefined],
  ["eva", [apart], undefined],
])("%j among %j is %j", (typed, known, found) => {
  expect(findTyped(typed, known)).toBe(found);
});
