import { Opaque } from "../../contract/value";
import { readTagged, writeTagged } from "./tagged-json";

test("what JSON has no word for comes back, and data that look like a tag stay data", () => {
  const value = {
    numbers: [Number.NaN, -0, Number.POSITIVE_INFINITY, 0.1, 12n],
    nothing: undefined,
    list: [undefined, null, ""],
    thing: new Opaque("Map"),
    mimic: { $bigint: "12", $$number: [-0], plain: { $undefined: true } },
  };
  const back = readTagged(writeTagged(value)) as typeof value;
  expect(back).toEqual(value);
  expect(Object.is(back.numbers[1], -0)).toBe(true);
  expect(Object.hasOwn(back, "nothing")).toBe(true);
  expect(back.thing).toBeInstanceOf(Opaque);
});
