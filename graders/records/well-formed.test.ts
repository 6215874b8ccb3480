import fc from "fast-check";
import { sampleBatch, sampleClock } from "../testing/sample-class";
import { buildRecord } from "./record";
import { formatRecord } from "./store";
import { makeWellFormed } from "./well-formed";

const half = "x\ud83dy";
const mended = "x\ufffdy";

test("every text that a run can bring into a record loses its half letters", () => {
  const part = {
    id: "a",
    points: "0",
    maxPoints: "1",
    finding: { kind: "malformed" as const, came: { code: "returned-object" as const, fields: [half] } },
    evidence: [
      { case: "c", source: "edge" as const, why: "w", came: half, expected: "1", explainedBy: [half] },
    ],
  };
  const question = {
    id: "a",
    status: "graded" as const,
    points: "0",
    maxPoints: "1",
    isBonus: false,
    parts: [part],
    explanation: half,
  };
  const judged = {
    kind: "judged" as const,
    questions: [question],
    tampering: { code: "forged-message" as const },
    output: { stdout: half, stderr: half },
    loadError: { message: half, place: { path: half, line: 1 } },
    unassigned: [half],
  };
  const handedIn = { id: "ada", remarks: [{ code: "file-not-utf8" as const, file: half }] };
  const faulty = { kind: "fault" as const, fault: half };
  for (const judgement of [judged, faulty]) {
    const text = formatRecord(buildRecord(sampleBatch, handedIn, judgement, sampleClock));
    expect(text).not.toMatch(/\\ud[89a-f]/i);
    expect(text).toContain(mended);
  }
});

test("whole text stays as it is, half letters become one replacement each, and shapes are kept", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.stringify(makeWellFormed(value))).toBe(JSON.stringify(value));
    }),
  );
  expect(makeWellFormed({ a: ["😀", "\ud83d", "\ude00"], [half]: null })).toEqual({
    a: ["😀", "\ufffd", "\ufffd"],
    [mended]: null,
  });
});
