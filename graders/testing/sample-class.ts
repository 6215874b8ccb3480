/** For tests: records of every kind of result, hostile text included. Fixed, so that golden pages are too. */

import type { Message } from "../contract/message";
import type { BatchFacts, Judgement, SubmissionRecord } from "../contract/record";
import type { QuestionVerdict } from "../contract/verdict";
import { buildRecord } from "../records/record";
import { sampleAssignment } from "./sample-assignment";
import { explainedBy, makeConvVerdict, makeVerdict } from "./sample-verdicts";
import { rightNumbers } from "./shown-numbers";

/** Words that must never reach a student. */
export const secrets = [
  "edge-hidden-7",
  "a reason that is for staff",
  "came-4242",
  "expected-1717",
  "printed-hidden-input",
  "thrown-hidden-input",
  "5eed5eed",
  "a fault in words for staff",
  "an unused reading",
] as const;

export const hostileName = `<script>alert("name")</script>`;
export const hostileId = `../<img src=x onerror=alert(1)>\u001b[31m=cmd|'/c calc'!A1`;

export const hostileExplanation = [
  "# Big heading <script>alert('explanation')</script>",
  "",
  "I multiplied `4 * c` by [this](javascript:alert(1)) and [that](https://example.org/x), see",
  '![picture](https://example.org/track.png) and <img src=x onerror="alert(2)">.',
  "",
  "<iframe src=//example.org></iframe> [data](data:text/html,<script>alert(3)</script>) \u001b[2J\u202Eesrever",
  "",
  "| a | b |",
  "| :- | -: |",
  "| 1 | 2 |",
  "",
  "```html",
  "</code></pre><script>alert(4)</script>",
  "```",
].join("\n");

export const sampleBatch: BatchFacts = {
  assignment: sampleAssignment,
  seedDigest: `sha256:${"5eed".repeat(16)}`,
  rubricDigest: `sha256:${"a".repeat(64)}`,
  planDigest: `sha256:${"b".repeat(64)}`,
  producer: { name: "ridgepoint", version: "0.1.0" },
  tools: { node: "20.0.0", typescript: "5.9.3" },
  sandbox: {
    level: "partial",
    active: ["process", "permission-model"],
    missing: [
      {
        layer: "seccomp",
        why: "not offered by this kernel",
        means: "a submission can open network connections",
      },
    ],
  },
};

export const sampleClock = {
  startedAt: "2026-01-02T03:04:05.678Z",
  finishedAt: "2026-01-02T03:04:06.789Z",
  durationMs: 1111,
};

export function makeRecord(id: string, judgement: Judgement): SubmissionRecord {
  const source = { path: "submission.ts", text: "export const padding = () => 1;\n", bytes: 32 };
  const handedIn = {
    id,
    entry: "submission.ts",
    files: [source],
    contentDigest: `sha256:${"c".repeat(64)}`,
  };
  return buildRecord(sampleBatch, handedIn, judgement, sampleClock);
}

export function makeJudged(
  id: string,
  questions: readonly QuestionVerdict[],
  tampering: Message | null = null,
) {
  const output = { stdout: "printed-hidden-input\u001b[31m", stderr: "" };
  return makeRecord(id, { kind: "judged", questions, tampering, output });
}

const full = makeJudged("ada", [
  makeVerdict("padding", ["1", "1"], explainedBy("exact")),
  makeConvVerdict(explainedBy("exact"), explainedBy("follows"), "1"),
  makeVerdict("softmax", ["2", "2"], explainedBy("rounded"), { shown: rightNumbers }),
  makeVerdict("fused", ["2", "2"], explainedBy("exact"), { isBonus: true }),
]);

const mixed = makeJudged(hostileId, [
  makeVerdict("padding", ["0", "1"], {
    kind: "failed",
    outcome: { kind: "threw", message: "thrown-hidden-input" },
  }),
  makeConvVerdict(explainedBy("exact"), explainedBy("twice"), "0.25"),
  makeVerdict("softmax", ["0.5", "2"], explainedBy("twice"), { explanation: hostileExplanation }),
  makeVerdict("fused", ["0", "2"], { kind: "unanswered" }, { isBonus: true }),
]);

const wrong = makeJudged("grace", [
  makeVerdict("padding", ["0", "1"], { kind: "malformed", came: { code: "returned-object", fields: ["p"] } }),
  makeConvVerdict(
    {
      kind: "mixed",
      readings: [
        { id: "exact", kind: "reference", credit: "1" },
        { id: "rounded", kind: "convention", credit: "1" },
      ],
    },
    { kind: "failed", outcome: { kind: "timed-out", limitMs: 2000 } },
    "0",
  ),
  makeVerdict("softmax", ["0", "2"], {
    kind: "unexplained",
    casesRight: 1,
    cases: 4,
    observations: [{ kind: "partly-right", right: 1, cases: 4 }],
  }),
  makeVerdict(
    "fused",
    ["0", "2"],
    { kind: "failed", outcome: { kind: "too-large", limit: { code: "answer-levels", levels: 64 } } },
    { isBonus: true },
  ),
]);

const broken = makeRecord("no-compile", {
  kind: "ungradable",
  cause: "does-not-compile",
  says: { code: "does-not-compile-at", file: "submission.ts", line: 3, complaint: "';' expected" },
  explanations: new Map([["softmax", "I *meant* to divide by the sum."]]),
});

const heldBack = makeJudged("held-back", [
  makeVerdict("padding", ["1", "1"], explainedBy("exact")),
  makeConvVerdict(explainedBy("exact"), explainedBy("exact"), "1"),
  {
    id: "softmax",
    status: "not_graded",
    maxPoints: "2",
    isBonus: false,
    fault: "a fault in words for staff",
    explanation: "",
  },
  makeVerdict("fused", ["0", "2"], { kind: "unanswered" }, { isBonus: true }),
]);

const tampered = makeJudged(
  "tampered",
  [
    makeVerdict("padding", ["0", "1"], {
      kind: "failed",
      outcome: { kind: "tampering", because: { code: "forged-message" } },
    }),
    makeConvVerdict(explainedBy("exact"), explainedBy("twice"), "0.25"),
    makeVerdict("softmax", ["0", "2"], {
      kind: "failed",
      outcome: { kind: "out-of-memory", limitBytes: 268_435_456 },
    }),
    makeVerdict(
      "fused",
      ["0", "2"],
      {
        kind: "failed",
        outcome: { kind: "did-not-answer", because: { code: "program-exited", exitCode: 0 } },
      },
      { isBonus: true },
    ),
  ],
  { code: "forged-message" },
);

const failed = makeRecord("all-our-fault", { kind: "fault", fault: "a fault in words for staff" });

export const sampleRecords = { full, mixed, wrong, broken, heldBack, tampered, failed } as const;
