import type { TextPart } from "../contract/question";
import type { PartFinding } from "../contract/verdict";
import { sampleAssignment } from "../testing/sample-assignment";
import { secrets } from "../testing/sample-class";
import { explainedBy, makePartVerdict } from "../testing/sample-verdicts";
import { englishSentences } from "../wording/sentences";
import { describePart, describeParts } from "./part-words";

const { findings } = englishSentences;
const question = sampleAssignment.questions.find((one) => one.id === "softmax");

function describeFinding(finding: PartFinding, asked = question) {
  return describePart(makePartVerdict("softmax", "0", "2", finding), asked, findings);
}

const threw = { kind: "threw", message: "thrown-hidden-input" } as const;
const outcomes = [
  threw,
  { kind: "timed-out", limitMs: 2500 },
  { kind: "out-of-memory", limitBytes: 256 * 1024 * 1024 },
  { kind: "too-large", limit: { code: "answer-values", count: 100 } },
  { kind: "did-not-answer", because: { code: "program-exited", exitCode: 224 } },
  { kind: "missing-export" },
  { kind: "tampering", because: { code: "forged-message" } },
] as const;

describe("describePart", () => {
  test("confirms the reference", () => {
    expect(describeFinding(explainedBy("exact"))).toEqual({
      tone: "right",
      says: ["This is right."],
      hint: null,
    });
  });

  test("says that a convention is accepted", () => {
    expect(describeFinding(explainedBy("rounded")).says).toEqual([
      "You rounded up: `Math.ceil`.",
      findings.acceptedConvention,
    ]);
  });

  test("says that a convention worth less is accepted in part", () => {
    const upperBound: PartFinding = {
      kind: "explained",
      reading: { id: "rounded", kind: "convention", credit: "0.75" },
    };
    expect(describeFinding(upperBound).says).toContain(findings.partlyAcceptedConvention);
  });

  test("says that an earlier slip does not count twice", () => {
    expect(describeFinding(explainedBy("follows")).says).toEqual([
      "You used your own padding.",
      findings.carried,
    ]);
  });

  test("names a misconception with its next step", () => {
    expect(describeFinding(explainedBy("twice"))).toEqual({
      tone: "slip",
      says: ["You counted every multiply-add twice."],
      hint: "How many operations is one multiply-add?",
    });
  });

  test("shows what the part says before what the question says", () => {
    const asked = question && {
      ...question,
      feedback: {
        ...question.feedback,
        readings: { ...question.feedback.readings, "softmax/exact": { says: "Of the part." } },
      },
    };
    expect(describeFinding(explainedBy("exact"), asked).says).toEqual(["Of the part."]);
  });

  test("points the way where nothing explains the answers", () => {
    const words = describeFinding({
      kind: "unexplained",
      casesRight: 0,
      cases: 4,
      observations: [{ kind: "independent-of", dimension: "b" }],
    });
    expect(words.says).toEqual([expect.stringContaining("does not change with b")]);
    expect(words.hint).toBe(question?.feedback.unexplained);
  });

  test("asks for the export that is missing, or for the written answer", () => {
    expect(describeFinding({ kind: "unanswered" }).says).toEqual([findings.unanswered(["softmax"])]);
    const hint = { kind: "other-case", found: "Softmax" } as const;
    expect(describeFinding({ kind: "unanswered", hint }).says).toEqual([findings.missing("softmax", hint)]);
    const text: TextPart = { kind: "text", id: "softmax", points: "2", readings: [] };
    const written = question && { ...question, parts: [text] };
    expect(describeFinding({ kind: "unanswered" }, written).says).toEqual([findings.unansweredText]);
  });

  test("says what came and what was expected of a value of another form", () => {
    expect(describeFinding({ kind: "malformed", came: { code: "returned-empty-object" } }).says).toEqual([
      "Your function returned an empty object. Expected: a whole number.",
    ]);
  });

  test.each(outcomes)("has a sentence of its own for $kind", (outcome) => {
    const { tone, says } = describeFinding({ kind: "failed", outcome });
    expect(tone).toBe("failed");
    expect(says[0]).toMatch(/\.$|\?$/);
    for (const other of outcomes.filter((one) => one.kind !== outcome.kind)) {
      expect(describeFinding({ kind: "failed", outcome: other }).says).not.toEqual(says);
    }
  });

  test("names limits in units that people know", () => {
    expect(describeFinding({ kind: "failed", outcome: outcomes[1] }).says[0]).toContain("2.5 s");
    expect(describeFinding({ kind: "failed", outcome: outcomes[2] }).says[0]).toContain("256 MiB");
  });

  test.each(outcomes)("repeats nothing that the code wrote while it ran: $kind", (outcome) => {
    const text = JSON.stringify(describeFinding({ kind: "failed", outcome }));
    for (const secret of secrets) expect(text).not.toContain(secret);
  });

  test.each(["exact", "rounded", "follows", "twice"] as const)(
    "falls back on general words when the question is gone: %s",
    (id) => {
      const { says } = describePart(
        makePartVerdict("softmax", "0", "2", explainedBy(id)),
        undefined,
        findings,
      );
      expect(says).toHaveLength(1);
      expect(Object.values(findings)).toContain(says[0]);
    },
  );
});

describe("describeParts", () => {
  const conv = sampleAssignment.questions.find((one) => one.id === "standard-conv");
  const unanswered = ["macs", "flops"].map((id) => makePartVerdict(id, "0", "1", { kind: "unanswered" }));

  test("says once that nothing was handed in, with each export named once", () => {
    expect(describeParts(unanswered, conv, findings)).toEqual([
      {
        verdicts: unanswered,
        tone: "unanswered",
        says: [findings.unanswered(["countOperations"])],
        hint: null,
      },
    ]);
    // Without its question a part goes by its id.
    const gone = describeParts(unanswered, undefined, findings);
    expect(gone[0]?.says).toEqual([findings.unanswered(["macs", "flops"])]);
  });

  test("says something of each part as soon as one was answered", () => {
    const [first, second] = unanswered;
    if (first === undefined || second === undefined) throw new Error("expected two parts");
    const parts = describeParts([first, { ...second, finding: explainedBy("exact") }], conv, findings);
    expect(parts.map((one) => one.tone)).toEqual(["unanswered", "right"]);
  });

  test("says once what is the same for every part", () => {
    const failed = unanswered.map((one) => ({
      ...one,
      finding: { kind: "failed", outcome: threw } as const,
    }));
    expect(describeParts(failed, conv, findings)).toEqual([
      { ...describePart(failed[0] ?? never(), conv, findings), verdicts: failed },
    ]);
  });
});

function never(): never {
  throw new Error("expected a part");
}
