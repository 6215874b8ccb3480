import { remember } from "./remember";

test("a remembered function is computed once per object", () => {
  const asked: string[] = [];
  const length = remember(({ text }: { text: string }) => {
    asked.push(text);
    return text.length;
  });
  const [one, other] = [{ text: "one" }, { text: "other" }];
  expect([length(one), length(other), length(one)]).toEqual([3, 5, 3]);
  expect(asked).toEqual(["one", "other"]);
});

test("undefined is remembered, too", () => {
  let asked = 0;
  const nothing = remember((_: object) => {
    asked++;
    return undefined;
  });
  const key = {};
  expect([nothing(key), nothing(key)]).toEqual([undefined, undefined]);
  expect(asked).toBe(1);
});
