/** For tests: decisions about answers, signed the same every time. */
import type { GivenPoints, HandMark } from "../contract/hand-mark";
import type { SubmissionRecord } from "../contract/record";
import { describeWork } from "../records/hand-marks/fingerprint";

export const signature = { by: "AB", at: new Date("2026-02-03T04:05:06.789Z"), why: "one by one" };

let made = 0;

/** A mark for the work as it is in the record. @param target "softmax", "standard-conv/macs" */
export function makeHandMark(
  record: SubmissionRecord,
  target: string,
  gives: GivenPoints,
  change: Partial<HandMark> = {},
): HandMark {
  const [id = "", part] = target.split("/");
  const question = record.questions.find((one) => one.id === id);
  if (question === undefined) throw new Error(`expected a question ${id}`);
  made += 1;
  return {
    schemaVersion: "1.0",
    kind: "mark",
    id: made.toString(16).padStart(16, "0"),
    submission: record.submission.id,
    question: id,
    ...(part === undefined ? {} : { part }),
    gives,
    comment: "",
    note: "",
    by: signature.by,
    at: signature.at.toISOString(),
    why: signature.why,
    work: describeWork(record, question),
    ...change,
  };
}
