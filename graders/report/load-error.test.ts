import type { LoadError } from "../contract/record";
import { checkRecord } from "../records/record-check";
import { makeRecord, sampleBatch } from "../testing/sample-class";
import { englishSentences } from "../wording/sentences";
import { viewStudent } from "./student-view";

function recordStopped(place: LoadError["place"], more: Pick<LoadError, "isImport"> = {}) {
  const loadError = { message: "ReferenceError: describe is not defined\u001b[31m", place, ...more };
  const output = { stdout: "", stderr: "" };
  return makeRecord("ada", { kind: "judged", questions: [], tampering: null, output, loadError });
}

describe("code that stopped at its top level after it had exported functions", () => {
  test("has a record that fits the schema, with and without a place", () => {
    const inCell = { path: "submission.ts", line: 40, cell: { number: 7, line: 2 } };
    for (const place of [{ path: "lib/checks.ts", line: 40 }, inCell, null])
      for (const more of [{}, { isImport: true } as const]) {
        const record = JSON.parse(JSON.stringify(recordStopped(place, more)));
        expect(() => checkRecord(record, "record.json")).not.toThrow();
      }
  });

  test.each([
    [{}, "Cell 7 of your notebook stopped with an error, in its line 2; the other cells were run"],
    [{ isImport: true } as const, "Cell 7 of your notebook, line 2, imports what is not there"],
  ])("is told by its cell where the student has a notebook: %j", (more, says) => {
    const record = recordStopped({ path: "submission.ts", line: 40, cell: { number: 7, line: 2 } }, more);
    const { notices } = viewStudent(record, {
      assignment: sampleBatch.assignment,
      sentences: englishSentences,
    });
    expect(notices).toMatchObject([{ says: { text: expect.stringContaining(says) } }]);
  });

  test("is told to the student with its line and the error, on one clean line", () => {
    const record = recordStopped({ path: "submission.ts", line: 40 });
    const { notices } = viewStudent(record, {
      assignment: sampleBatch.assignment,
      sentences: englishSentences,
    });
    expect(notices).toMatchObject([
      {
        tone: "warning",
        says: { text: expect.stringContaining("in submission.ts, line 40; the functions exported before") },
        detail: "ReferenceError: describe is not defined\uFFFD[31m",
      },
    ]);
  });

  test("is told without a line where none is known", () => {
    const { notices } = viewStudent(recordStopped(null), {
      assignment: sampleBatch.assignment,
      sentences: englishSentences,
    });
    expect(notices).toMatchObject([{ says: { text: englishSentences.notices.stopped } }]);
  });
});
