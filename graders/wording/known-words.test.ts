import fc from "fast-check";
import { describeValue } from "../contract/answers";
import { Opaque, type Value } from "../contract/value";
import { keepKnownWords } from "./known-words";

const expected = "an object { macs, flops } of two counts";

describe("keepKnownWords", () => {
  test.each<[Value, string]>([
    [null, "null"],
    [undefined, "nothing (undefined)"],
    ["4", "a string"],
    [true, "a boolean"],
    [Number.NaN, "NaN"],
    [Number.NEGATIVE_INFINITY, "-Infinity"],
    [{}, "an empty object"],
    [{ macs: 1 }, "an object with macs"],
    [new Opaque("function"), "a function"],
    [new Opaque("Date"), "a Date"],
  ])("leaves what is ours: %p is %s", (value, words) => {
    expect(keepKnownWords(describeValue(value), expected)).toBe(words);
  });

  test.each([
    [describeValue([1, 2, 3]), "an array"],
    [describeValue({ macs: 1, hIn_7: 2, wIn_9: 3 }), "an object with macs, …"],
    [describeValue({ Macs: 1 }), "an object with other fields"],
    [describeValue(new Opaque("Input_224_224")), "a value of another kind"],
    [
      'a chart spec that does not fit: at /data/values/0/secret: expected number or string, got "secret 7"',
      "a chart spec that does not fit: at /data/values/…: expected number or string",
    ],
    ['quote " open 7', "…"],
  ])("hides what the code chose in %j", (description, words) => {
    expect(keepKnownWords(description, expected)).toBe(words);
  });

  test("lets no number through, whatever the code returns", () => {
    fc.assert(
      fc.property(fc.string(), fc.nat({ max: 999_999 }), (text, number) => {
        const shown = keepKnownWords(`an object with ${text}${number}${text}`, "two of 2 counts");
        expect(shown).not.toMatch(/\d/);
      }),
    );
  });
});
