/** For tests: someone else's question, whose only answer is the name of the reading that explains it. */
import type { CallPart, Question } from "../contract/question";

/** Explained by the reading whose id the student's function `exportName` returns; worth 2 points, the reading half. */
export function fakeQuestion(id: string, exportName: string, readingId: string): Question {
  const part: CallPart<null, string> = {
    kind: "call",
    id,
    points: "2",
    export: exportName,
    cases: () => [{ id: "only", source: "edge", why: "the only one", input: null }],
    args: () => [],
    read: (value) => ({ ok: true, answer: String(value) }),
    isSame: (expected, came) => expected === came,
    readings: [{ id: readingId, kind: "misconception", credit: "0.5", by: "value", answer: () => readingId }],
  };
  const feedback = { title: "", unexplained: "", expected: "", readings: {} };
  return { id, points: "2", parts: [part], feedback, publicChecks: [] };
}
