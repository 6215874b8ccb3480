import fc from "fast-check";
import { describeValue } from "../contract/answers";
import type { Message, ReturnedForms } from "../contract/message";
import { Opaque, type Value } from "../contract/value";
import { hideForeignWords } from "./hide-foreign-words";
import { sayMessage } from "./messages";
import { english } from "./translator";

const fields = ["macs", "flops"];

function show(came: Message<keyof ReturnedForms>): string {
  return sayMessage(hideForeignWords(came, fields), english);
}

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
  expect(show(describeValue(value))).toBe(words);
});

test.each<[Message<keyof ReturnedForms>, string]>([
  [describeValue([1, 2, 3]), "an array"],
  [describeValue({ macs: 1, hIn_7: 2, wIn_9: 3 }), "an object with macs, …"],
  [describeValue({ hIn_7: 2, macs: 1, wIn_9: 3 }), "an object with macs, …"],
  [describeValue({ y: 1, macs: 2, axis: 3 }), "an object with macs, …"],
  [describeValue({ Macs: 1 }), "an object with other fields"],
  [describeValue(new Opaque("Input_224_224")), "a value of another kind"],
  [{ code: "returned-list-holding", came: describeValue([1, 2]) }, "a list that holds an array"],
  [
    { code: "returned-in-field", came: describeValue({ seven: 7 }), name: "macs" },
    "an object with … in macs",
  ],
  [
    { code: "chart-misfit", path: "/data/values/0/secret", expected: "number or string", got: '"secret 7"' },
    "a chart spec that does not fit: at /data/values/…: expected number or string",
  ],
  [
    { code: "chart-misfit-at-top", expected: "no field of this name", got: '"secret 7"' },
    "a chart spec that does not fit: at the top: expected no field of this name",
  ],
  [
    {
      code: "chart-misfit",
      path: "/params",
      expected: "an empty list, or none",
      got: "an array of 1",
    },
    "a chart spec that does not fit: at /params: expected an empty list, or none",
  ],
  [
    { code: "chart-misfit-at-top", expected: "no field of this name", got: '"datasets"' },
    'a chart spec that does not fit: at the top: expected no field of this name, got "datasets"',
  ],
  [
    { code: "chart-misfit", path: "/encoding/y", expected: "no field of this name", got: '"aggregate"' },
    'a chart spec that does not fit: at /encoding/y: expected no field of this name, got "aggregate"',
  ],
  [
    { code: "chart-misfit", path: "/secret/7/x", expected: "no field of this name", got: '"params"' },
    'a chart spec that does not fit: at /…/x: expected no field of this name, got "params"',
  ],
])("hides what the code chose in %j", (came, words) => {
  expect(show(came)).toBe(words);
});

test("lets no word and no number through, whatever the code returns", () => {
  const secret = fc.nat({ max: 999_999 }).map((number) => `secret${number}`);
  const values = fc.oneof(
    secret.map((name): Value => new Opaque(name)),
    secret.map((name): Value => ({ [name]: 1, macs: 2 })),
    fc.array(fc.constant(1), { minLength: 1 }),
  );
  fc.assert(fc.property(values, (value) => expect(show(describeValue(value))).not.toMatch(/secret|\d/)));
});
