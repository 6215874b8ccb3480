import { MemoryTrace } from "./memory-trace";

test("a trace books four bytes per element, and the same amount back with the same name and category", () => {
  const trace = new MemoryTrace();
  trace.free(trace.allocate("fc", "gradient", 10n));
  expect(trace.events).toEqual([
    { op: "fc", category: "gradient", bytes: 40 },
    { op: "fc", category: "gradient", bytes: -40 },
  ]);
});

test("releasing frees a temporary and leaves an activation alive", () => {
  const trace = new MemoryTrace();
  trace.release(trace.allocate("kept", "activation", 1n));
  trace.release(trace.allocate("passing", "temporary", 1n));
  expect(trace.events.map(({ op, bytes }) => [op, bytes])).toEqual([
    ["kept", 4],
    ["passing", 4],
    ["passing", -4],
  ]);
});

test("freeing a tensor twice is an error that names it", () => {
  const trace = new MemoryTrace();
  const tensor = trace.allocate("fc", "temporary", 1n);
  trace.free(tensor);
  expect(() => trace.free(tensor)).toThrow("fc was freed twice");
});

test("a tensor of 2^53 bytes is refused", () => {
  const trace = new MemoryTrace();
  expect(trace.allocate("large", "activation", 2n ** 51n - 1n).bytes).toBe(2 ** 53 - 4);
  expect(() => trace.allocate("larger", "activation", 2n ** 51n)).toThrow(RangeError);
});
