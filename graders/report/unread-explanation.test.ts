import type { Judgement } from "../contract/record";
import { checkRecord } from "../records/record-check";
import { makeRecord, sampleBatch } from "../testing/sample-class";
import { explainedBy, makeVerdict } from "../testing/sample-verdicts";
import { englishSentences } from "../wording/sentences";
import { gatherClassFacts } from "./class-input";
import { viewNeedsPerson } from "./class-waiting";
import { viewStudent } from "./student-view";

const real = "I padded with zeros on both sides because the kernel looks outside.";

type Judged = Extract<Judgement, { kind: "judged" }>;

function record(points: string, unread: Pick<Judged, "unassigned" | "explanationsTooLarge">) {
  return makeRecord("ada", {
    kind: "judged",
    questions: [makeVerdict("padding", [points, "1"], explainedBy("exact"))],
    tampering: null,
    output: { stdout: "", stderr: "" },
    ...unread,
  });
}

/** By cause, what was written. */
function listReasons(one: ReturnType<typeof record>): Readonly<Record<string, readonly string[]>> {
  const { assignment } = sampleBatch;
  const facts = gatherClassFacts({ ...sampleBatch, records: [one], getFolder: (id) => id }, assignment);
  const causes = viewNeedsPerson(facts, englishSentences);
  return Object.fromEntries(
    causes.map(({ id, entries }) => [id, entries.flatMap(({ texts }) => texts.map(({ text }) => text))]),
  );
}

const listNotices = (one: ReturnType<typeof record>): readonly string[] =>
  viewStudent(one, { assignment: sampleBatch.assignment, sentences: englishSentences }).notices.map(
    (notice) => notice.says.text,
  );

describe("an explanation that belongs to no question", () => {
  test("is kept in the record, sends lost points to a person, and is told to student and staff", () => {
    const one = record("0.5", { unassigned: ["By Ada", real] });
    expect(one).toMatchObject({ status: "pending_manual", unassigned: ["By Ada", real] });
    expect(() => checkRecord(JSON.parse(JSON.stringify(one)), "record.json")).not.toThrow();
    expect(listReasons(one)).toEqual({ unassigned: [real] });
    expect(listNotices(one)).toEqual([englishSentences.notices.pending]);
  });

  test("needs nobody where no point is lost, or where it is none", () => {
    for (const one of [record("1", { unassigned: [real] }), record("0.5", { unassigned: ["By Ada"] })]) {
      expect(one.status).toBe("graded");
      expect(listReasons(one)).toEqual({});
      expect(listNotices(one)).toEqual([]);
    }
  });

  test("leaves no trace in a record where there is none", () => {
    expect(record("0.5", { unassigned: [] })).not.toHaveProperty("unassigned");
  });

  test("is shown as one clean line of bounded length, and many of them are counted", () => {
    const hostile = `${real}\u001b[31m\n${"long ".repeat(1000)}`;
    const { unassigned: reasons = [] } = listReasons(
      record("0", { unassigned: Array<string>(9).fill(hostile) }),
    );
    expect(reasons).toHaveLength(6);
    expect(reasons[5]).toBe("… +4");
    for (const reason of reasons) {
      expect(reason.length).toBeLessThanOrEqual(501);
      expect(reason).not.toContain("\n");
      expect(reason).not.toContain("\u001b");
    }
  });
});

describe("exported explanations that are too large to be read", () => {
  test("are told to student and staff, and send lost points to a person", () => {
    const one = record("0.5", { explanationsTooLarge: true });
    expect(one).toMatchObject({ status: "pending_manual", explanationsTooLarge: true });
    expect(() => checkRecord(JSON.parse(JSON.stringify(one)), "record.json")).not.toThrow();
    expect(listReasons(one)).toEqual({ explanationsTooLarge: [] });
    expect(listNotices(one)).toContain(englishSentences.notices.explanationsTooLarge);
  });

  test("are told to the student also where no point is lost", () => {
    const one = record("1", { explanationsTooLarge: true });
    expect(one.status).toBe("graded");
    expect(listNotices(one)).toEqual([englishSentences.notices.explanationsTooLarge]);
  });
});
