import { blame, GraderFault } from "./faults";

const withStack = (...lines: readonly string[]): Error =>
  Object.assign(new TypeError("oops"), { stack: ["TypeError: oops", ...lines].join("\n") });

test("a bug of ours is told with the first place of ours that it passed, and keeps its cause", () => {
  const error = withStack(
    "    at JSON.parse (<anonymous>)",
    "    at read (/home/me/ridgepoint/node_modules/graders/lib/x.js:1:2)",
    "    at async judgePart (/home/me/graders/ridgepoint/graders/judge/judge.ts:57:11)",
    "    at /home/me/graders/ridgepoint/scripts/grade.ts:3:4",
  );
  const fault = blame(error);
  expect(fault.message).toBe("unexpected: oops (at graders/judge/judge.ts:57; report it with this line)");
  expect(fault.cause).toBe(error);
});

test.each([
  ["a path of Windows", "    at C:\\me\\graders\\judge\\judge.ts:57:11", "graders/judge/judge.ts:57"],
  ["a place without its column", "    at f (/me/scripts/grade.ts:7)", "scripts/grade.ts:7"],
  ["a place without a name", "    at /me/reference/softmax.ts:5:1", "reference/softmax.ts:5"],
])("%s is named without what lies above", (_, line, place) => {
  expect(blame(withStack(line), "while judging").message).toBe(
    `while judging: oops (at ${place}; report it with this line)`,
  );
});

test.each<[string, unknown, string]>([
  ["no error", "oops", "unexpected: oops"],
  ["what passed nothing of ours", withStack("    at parse (node:internal/x:1:2)"), "unexpected: oops"],
  ["what only speaks of a place", withStack("graders/judge/judge.ts:57:11"), "unexpected: oops"],
  [
    "what students' programs are bundled into",
    withStack("    at f (/me/selfcheck/try.js:1:2)"),
    "unexpected: oops",
  ],
])("%s has no place", (_, error, message) => {
  expect(blame(error).message).toBe(message);
});

test("a fault stays the fault that it is", () => {
  const fault = new GraderFault("the disk is full");
  expect(blame(fault)).toBe(fault);
});
