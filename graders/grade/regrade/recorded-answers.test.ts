import { gzipSync } from "node:zlib";
import type { Outcome } from "../../contract/outcome";
import { Opaque } from "../../contract/value";
import { formatAnswers, parseAnswers, type RecordedAnswers } from "./recorded-answers";
import { writeTagged } from "./write-tagged";

const value = {
  numbers: [Number.NaN, -0, Number.POSITIVE_INFINITY, 0.1, 12n],
  nothing: undefined,
  list: [undefined, null, ""],
  thing: new Opaque("Map"),
  mimic: { $bigint: "12", $$number: [-0], plain: { $undefined: true } },
};
const earlier = { code: "earlier-call", name: "f", what: { code: "call-out-of-memory" } } as const;
const outcomes: readonly Outcome[] = [
  { kind: "value", value },
  { kind: "threw", message: "no" },
  { kind: "threw", message: "not a function", isNoFunction: true },
  { kind: "timed-out", limitMs: 5 },
  { kind: "out-of-memory", limitBytes: 6 },
  { kind: "too-large", limit: { code: "answer-bytes", bytes: 7 } },
  { kind: "did-not-answer", because: earlier },
  { kind: "did-not-answer", because: { code: "not-asked" } },
  { kind: "missing-export" },
  { kind: "tampering", because: { code: "forged-message" } },
];
const name = (at: number): string => String(at).padStart(32, "0");
const answers: RecordedAnswers = {
  contentDigest: `sha256:${"0".repeat(64)}`,
  written: { answersMarkdown: "Because.", sources: ["export const f = 1;"], exported: value },
  exports: [{ name: "f", type: "function" }],
  outcomes: new Map(outcomes.map((one, at) => [name(at), one])),
};

test("what was kept comes back, also what JSON has no word for, and data that look like a tag stay data", () => {
  const back = parseAnswers(formatAnswers(answers), "answers.json");
  expect(back).toEqual(answers);
  const [first] = [...(back?.outcomes.values() ?? [])];
  const returned = first?.kind === "value" ? (first.value as typeof value) : undefined;
  expect(Object.is(returned?.numbers[1], -0)).toBe(true);
  expect(returned !== undefined && Object.hasOwn(returned, "nothing")).toBe(true);
  expect(returned?.thing).toBeInstanceOf(Opaque);
});

const { written, exports } = answers;

test.each<[string, unknown]>([
  ["no run", 5],
  ["a list", []],
  ["no outcomes", { written, exports }],
  ["an outcome without a kind", { written, exports, outcomes: [{ value: 1 }] }],
  ["an outcome of another kind", { written, exports, outcomes: [{ kind: "right" }] }],
  ["an error without words", { written, exports, outcomes: [{ kind: "threw", message: 5 }] }],
  ["a limit that is none", { written, exports, outcomes: [{ kind: "too-large", limit: { code: "x" } }] }],
  [
    "a limit of no size",
    { written, exports, outcomes: [{ kind: "too-large", limit: { code: "answer-bytes" } }] },
  ],
  [
    "a loss with a limit's code",
    {
      written,
      exports,
      outcomes: [{ kind: "did-not-answer", because: { code: "answer-bytes", bytes: 7 } }],
    },
  ],
  [
    "an earlier call that came to nothing known",
    {
      written,
      exports,
      outcomes: [{ kind: "did-not-answer", because: { ...earlier, what: { code: "not-asked" } } }],
    },
  ],
  ["exports without names", { written, exports: [{}], outcomes: [{ kind: "missing-export" }] }],
  [
    "sources that are no texts",
    { written: { sources: [1] }, exports, outcomes: [{ kind: "missing-export" }] },
  ],
  [
    "words that are no text",
    { written: { ...written, answersMarkdown: 1 }, exports, outcomes: [{ kind: "missing-export" }] },
  ],
])("%s is nothing to judge by: the submission is run again", (_, run) => {
  const packed = gzipSync(writeTagged(run)).toString("base64");
  const file = { ...JSON.parse(formatAnswers(answers)), calls: [name(0)], packed };
  expect(parseAnswers(JSON.stringify(file), "answers.json")).toBeNull();
});
