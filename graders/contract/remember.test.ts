import { remember, rememberLasting } from "./remember";

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

describe("rememberLasting", () => {
  const count = () => {
    let calls = 0;
    const ask = rememberLasting((_key: unknown, lasts: boolean) => ({ result: ++calls, lasts }));
    return ask;
  };

  test("computes anew after a result that does not last, and not after one that does", () => {
    const ask = count();
    const key = {};
    expect([ask(key, false), ask(key, true), ask(key, false)]).toEqual([1, 2, 2]);
  });

  test("keeps nothing for a key that is not an object", () => {
    const ask = count();
    expect([ask(7, true), ask(7, true)]).toEqual([1, 2]);
  });
});
