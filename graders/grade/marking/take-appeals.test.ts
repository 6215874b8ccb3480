import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { QuestionWeight } from "../../contract/question-weight";
import { openStore } from "../../records/store";
import { formatWaitingTable } from "../../report/exports/waiting-table";
import { signature } from "../../testing/hand-marks";
import { projectRoot } from "../../testing/project-root";
import { sampleAssignment } from "../../testing/sample-assignment";
import { hostileId, sampleRecords } from "../../testing/sample-class";
import { makeTemporaryFolder, type TemporaryFolder } from "../../testing/temporary-folder";
import { rewriteClass } from "../rewrite-class";
import { giveMarks } from "./give-marks";
import { listOpen, openMarkingClass } from "./marking-class";
import { takeAppeals } from "./take-appeals";

let out: TemporaryFolder;
beforeEach(async () => {
  out = await makeTemporaryFolder();
  const store = openStore(out.path);
  for (const record of [sampleRecords.full, sampleRecords.mixed]) await store.writeRecord(record);
});
afterEach(() => out.remove());

const early = new Date("2026-01-31T00:00:00.000Z");
const late = new Date("2026-03-31T00:00:00.000Z");
const take = (csv: string, at = early) => takeAppeals(out.path, { file: "appeals.csv", csv }, at);
const list = async () =>
  listOpen(await openMarkingClass(out.path), sampleAssignment).map(({ record, question, requests }) => [
    record.submission.id === "ada" ? "ada" : "hostile",
    question.id,
    requests?.join() ?? "",
  ]);
const decide = (gives: "full" | "none") =>
  giveMarks(
    { outFolder: out.path, assignment: sampleAssignment, root: projectRoot },
    {
      kind: "one",
      decision: { submission: "ada", question: "softmax", gives: { kind: gives }, comment: "No.", note: "" },
    },
    signature,
  );
const ask = `submission;question;text\nada;softmax;"I divided\nby the sum"\n`;

test("what a student asks waits until a later decision answers it, though the decision be the same again", async () => {
  expect(await list()).toEqual([["hostile", "softmax", ""]]);
  expect(await take(ask)).toEqual({ taken: 1, known: 0 });
  expect(await take(ask)).toEqual({ taken: 0, known: 1 });
  expect(await list()).toContainEqual(["ada", "softmax", "I divided\nby the sum"]);
  const open = listOpen(await openMarkingClass(out.path), sampleAssignment);
  expect(formatWaitingTable(open, sampleAssignment, undefined)).toContain('"I divided\nby the sum"');
  await decide("none");
  expect(await list()).toEqual([["hostile", "softmax", ""]]);
  await take(`submission,question,text\nada,softmax,But look at line 3\n`, late);
  expect(await list()).toContainEqual(["ada", "softmax", "But look at line 3"]);
  expect((await decide("none")).lines).toHaveLength(1);
});

test("the class page lists it from its next writing on until it is answered, or its question is void", async () => {
  await take(ask);
  const show = async (weights: readonly QuestionWeight[] = []): Promise<boolean> => {
    await rewriteClass(out.path, sampleAssignment, projectRoot, { weights });
    return (await readFile(join(out.path, "index.html"), "utf8")).includes("I divided by the sum");
  };
  expect(await show()).toBe(true);
  expect(await show([{ question: "softmax", factor: "0", why: "Two ways to read it." }])).toBe(false);
  expect(await show()).toBe(true);
  await decide("full");
  expect(await show()).toBe(false);
});

test("an id that was made harmless for spreadsheets is the id again", async () => {
  const quoted = hostileId.replaceAll('"', '""').replace(/\p{Cc}/gu, "\uFFFD");
  expect(await take(`submission,question,text\n"${quoted}",padding,Why?\n`)).toMatchObject({ taken: 1 });
});

test("every line that asks for nothing is named, and nothing is taken", async () => {
  const rows = ["bob,softmax,Why?", "ada,depth,Why?", "ada,softmax,", "ada,softmax,Why?"];
  await expect(take(["submission,question,text", ...rows].join("\n"))).rejects.toThrow(
    /nothing was taken: line 2: expected a submission .*bob.*; line 3: expected a question \(padding, .*depth.*; line 4: expected what the student asks/,
  );
  await expect(take("name,text\nada,Why?")).rejects.toThrow(/line 1: .* missing: submission, question/);
  await expect(readFile(join(out.path, "staff", "appeals.jsonl"))).rejects.toThrow(/ENOENT/);
});
