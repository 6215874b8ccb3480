import { Opaque } from "../../contract/value";
import { say } from "../../testing/say";
import { type Form, findMalformed } from "./form";

const number: Form = { kind: "number" };
const counts: Form = { kind: "object", fields: { macs: number, flops: number } };

test.each<[string, Form, unknown]>([
  ["a number", number, 1.5],
  ["a bigint", number, 2n ** 60n],
  ["a decimal string", number, "9007199254740993"],
  ["a list", { kind: "list", of: number }, [1, 2]],
  ["an object with further fields", counts, { macs: 1, flops: 2, unit: "MAC" }],
  ["fields in another case", counts, { MACs: 1, FLOPs: 2 }],
  ["null where it may be", { kind: "nullable", of: number }, null],
  ["a word", { kind: "text" }, "memory"],
])("%s has the form", (_, form, value) => {
  expect(findMalformed(value as never, form)).toBeNull();
});

test.each<[Form, unknown, string]>([
  [number, undefined, "nothing (undefined)"],
  [number, Number.NaN, "NaN"],
  [number, "many", "a string that is not a number"],
  [number, new Opaque("function"), "a function"],
  [{ kind: "nullable", of: number }, {}, "an empty object"],
  [{ kind: "list", of: number }, 3, "a number"],
  [{ kind: "list", of: number }, [1, null], "a list that holds null"],
  [counts, 12, "a number"],
  [counts, [1, 2], "an array of 2"],
  [counts, { macs: 1 }, "an object with macs"],
  [counts, { macs: 1, flops: "lots" }, "a string that is not a number in flops"],
  [{ kind: "text" }, 3, "a number"],
])("%j does not fit %j: %s came", (form, value, came) => {
  expect(say(findMalformed(value as never, form) ?? "")).toBe(came);
});
