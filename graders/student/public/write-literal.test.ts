import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import type { Call } from "../../contract/value";
import { assignment } from "../../questions/efficient-deep-learning";
import { showCall } from "../selfcheck/show-call";
import { writeLiteral } from "./write-literal";

const evaluate = (text: string): unknown => new Function(`return (${text});`)();

const calls: readonly Call[] = assignment.questions.flatMap(({ publicChecks }) =>
  publicChecks.flatMap((check) => [...check.calls, ...(check.besides ?? [])]),
);

test("every call of a public check can be pasted, and is the call again", () => {
  expect(calls.length).toBeGreaterThan(100);
  const changed = calls.filter((call) => {
    const evaluateCall = new Function(call.export, `return ${showCall(call)};`) as (
      f: unknown,
    ) => readonly unknown[];
    return !isDeepStrictEqual(
      evaluateCall((...args: readonly unknown[]) => args),
      call.args,
    );
  });
  expect(changed).toEqual([]);
});

test("none of them fills more than a screen", () => {
  expect(calls.filter((call) => showCall(call).length > 1600)).toEqual([]);
});

test("so can any input", () => {
  const number = fc.double({ noNaN: false });
  const leaf = fc.oneof(
    number,
    fc.bigInt(),
    fc.string(),
    fc.boolean(),
    fc.constant(null),
    fc.constant(undefined),
  );
  const numbers = fc.oneof(
    fc.float32Array({ maxLength: 40 }),
    fc
      .tuple(fc.float32Array({ minLength: 1, maxLength: 20 }), fc.integer({ min: 1, max: 90 }))
      .map(([period, length]) =>
        Float32Array.from({ length }, (_, i) => period[i % period.length] as number),
      ),
  );
  const key = fc.string().filter((one) => one !== "__proto__");
  const { input } = fc.letrec((tie) => ({
    input: fc.oneof(
      { maxDepth: 3 },
      leaf,
      numbers,
      fc.array(tie("input"), { maxLength: 4 }),
      fc.dictionary(key, tie("input"), { maxKeys: 4, noNullPrototype: true }),
    ),
  }));
  fc.assert(fc.property(input, (value) => isDeepStrictEqual(evaluate(writeLiteral(value)), value)));
});
