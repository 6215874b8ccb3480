import { listFew } from "./list-few";

test("up to so many are named, the others are counted", () => {
  const named = [1, 2, 3, 4].map((count) => listFew(["a", "b", "c", "d"].slice(0, count), 2));
  expect(named).toEqual(["a", "a, b", "a, b and 1 more", "a, b and 2 more"]);
  expect(listFew([], 2)).toBe("");
  expect(listFew(["it is so", "and so", "or so"], 2, "; ")).toBe("it is so; and so; and 1 more");
});
