import { parseLimits } from "../../graders/contract/limits";
import { openMachine } from "../../graders/student/selfcheck/machine";
import type { QuestionResult, SelfcheckReport } from "../../graders/student/selfcheck/result";
import { tryExpression } from "../../graders/student/selfcheck/try-expression";
import { viewSummary } from "../../graders/student/selfcheck/view";
import { viewPack } from "../../graders/student/selfcheck/view-pack";
import { takeInTexts } from "../../graders/testing/take-in-texts";
import { english } from "../../graders/wording/translator";
import { readStudentSetting } from "./repository-setting";
import { writeExample } from "./try-command";

// A real process on a machine that may have other things to do.
jest.setTimeout(60_000);

const passes: QuestionResult = {
  id: "a",
  isBonus: false,
  state: "passes",
  findings: [],
  passed: 1,
  checks: 1,
};

test("one of a thing is not told as several", () => {
  for (const count of [1, 2, 3]) {
    const questions = Array.from({ length: count }, () => passes);
    const named = { kind: "named", name: "Ada", number: 1, doubts: [] } as const;
    const report: SelfcheckReport = { kind: "checked", questions, name: named, notes: [], contentDigest: "" };
    const files = Array.from({ length: count }, (_, at) => ({ path: `${at}.ts`, bytes: 2 }));
    const submission = { kind: "submission", id: "a", entry: "0.ts", files: [], contentDigest: "" } as const;
    const packable = { report, submission, otherWay: null, leftBeside: [] };
    const pack = { zip: new Uint8Array(), files, contentDigest: "" };
    const said = [...viewSummary(report, false, english), ...viewPack(packable, pack, "a.zip", english)];
    const text = said.map((line) => line.text).join("\n");
    expect(/\bone (file|question)\b/.test(text)).toBe(count === 1);
    expect(text).not.toMatch(/(?<!of )\b1 (files|questions) (?!are)/);
  }
});

test("answered is what answers: what stops is counted apart", () => {
  const outcome = { kind: "threw", message: "Error: no" } as const;
  const stop = { kind: "stopped", check: "a", call: "a()", outcome, at: null, printed: "" } as const;
  const stops: QuestionResult = { ...passes, id: "b", state: "stops", findings: [stop] };
  const waits: QuestionResult = {
    ...passes,
    id: "c",
    state: "unanswered",
    findings: [{ kind: "waits", export: "c", for: "d" }],
  };
  const named = { kind: "named", name: "Ada", number: 1, doubts: [] } as const;
  const questions = [passes, stops, waits];
  const report: SelfcheckReport = { kind: "checked", questions, name: named, notes: [], contentDigest: "" };
  const submission = { kind: "submission", id: "a", entry: "0.ts", files: [], contentDigest: "" } as const;
  const pack = { zip: new Uint8Array(), files: [], contentDigest: "" };
  const packable = { report, submission, otherWay: null, leftBeside: [] };
  const said = viewPack(packable, pack, "a.zip", english).map((line) => line.text);
  expect(said).toEqual(
    expect.arrayContaining([
      "1 of 3 questions are answered.",
      "not answered yet: c",
      "stop without an answer: b",
    ]),
  );
});

test("the example of try's help has a value with functions that answer", async () => {
  const { assignment } = await readStudentSetting();
  const example = writeExample(assignment);
  const [name = ""] = example.split("(");
  const limits = parseLimits();
  const machine = openMachine("auto", limits);
  try {
    const text = `export const ${name} = () => 7;`;
    const submission = await takeInTexts("mine", [{ path: "submission.ts", text }], limits);
    expect(await tryExpression(submission, example, machine)).toMatchObject({ outcome: { kind: "value" } });
  } finally {
    await machine.close();
  }
});
