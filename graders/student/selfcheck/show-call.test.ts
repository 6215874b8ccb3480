import { Opaque } from "../../contract/value";
import { showCall, showValue } from "./show-call";

test("a call reads as it would be typed", () => {
  const tensor = { shape: [1, 2], data: Float32Array.of(0.5, -1) };
  expect(showCall({ export: "f", args: [tensor, "a\nb"] })).toBe(
    'f({ shape: [1, 2], data: new Float32Array([0.5, -1]) }, "a\\nb")',
  );
});

test.each([
  [Object.assign(Object.create(null), { macs: 1n, flops: 2 }), "{ macs: 1n, flops: 2 }"],
  [new Opaque("Map"), "a Map"],
  [[1, new Opaque("function")], "[ 1, a function ]"],
  [undefined, "undefined"],
  ["\u001b[31mred", "'\\x1B[31mred'"],
])("%p is shown as %s", (value, shown) => {
  expect(showValue(value)).toBe(shown);
});

test("a long value is cut to a line", () => {
  const shown = showValue(Array.from({ length: 1000 }, (_, i) => `${"long".repeat(30)}${i}`));
  expect(shown.length).toBeLessThanOrEqual(301);
  expect(shown).not.toContain("\n");
});
