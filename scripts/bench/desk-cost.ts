/**
 * What a person waits for at the desk of a large class: until the queue is there, and until a decision is stored and the
 * next page shown. Records are made of the samples of all questions, a quarter of them explained; nothing is run.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BatchFacts, SubmissionRecord } from "../../graders/contract/record";
import { judgeSubmission } from "../../graders/judge/judge";
import { planQuestions } from "../../graders/judge/plan";
import { assignment } from "../../graders/questions/efficient-deep-learning";
import { buildRecord } from "../../graders/records/record";
import { openStore } from "../../graders/records/store";
import { openDesk } from "../../graders/review/open-desk";
import { answerPlan } from "../../graders/verify/answer-in-process";
import { loadMaterial } from "../../graders/verify/load-material";
import { projectRoot } from "../project";
import { createBench, parseCount, runBench } from "./run-bench";
import { median } from "./timing";

const digest = `sha256:${"0".repeat(64)}`;
const facts: BatchFacts = {
  assignment,
  seedDigest: digest,
  rubricDigest: digest,
  planDigest: digest,
  producer: { name: "ridgepoint", version: "0.0.0-bench" },
  tools: {},
  sandbox: { level: "minimal", active: [], missing: [] },
};
const words = "I counted what the kernel covers at each place and took both of its sides";

function makeRecords(size: number): readonly SubmissionRecord[] {
  const { fullMarks, reference, others } = loadMaterial(projectRoot, assignment);
  const plan = planQuestions(assignment.questions, "bench");
  const works = [fullMarks, reference, ...others].flatMap((work) =>
    [false, false, false, true].map((isExplained) => {
      const texts = isExplained ? assignment.questions.map(({ id }) => [id, `${words}: ${id}`]) : [];
      return judgeSubmission(plan, answerPlan(plan, { ...work, explanations: Object.fromEntries(texts) }));
    }),
  );
  const now = new Date().toISOString();
  return Array.from({ length: size }, (_, at) => {
    const id = `student-${String(at).padStart(5, "0")}`;
    const contentDigest = `sha256:${at.toString(16).padStart(64, "0")}`;
    const judged = { tampering: null, output: { stdout: "", stderr: "" } };
    // Each question from another work, so that hardly two submissions are alike.
    const questions = assignment.questions.flatMap(
      (_, of) => works[(at * 7 + of * of) % works.length]?.[of] ?? [],
    );
    return buildRecord(
      facts,
      { id, contentDigest },
      { kind: "judged", questions, ...judged },
      { startedAt: now, finishedAt: now, durationMs: 0 },
    );
  });
}

interface Visit {
  readonly text: string;
  readonly ms: number;
  /** Of the processor, for both sides: what a busy machine adds is not in it. */
  readonly cpuMs: number;
}

function describe(visits: readonly Visit[]): string {
  const of = (take: (visit: Visit) => number) => visits.map(take);
  const wall = of(({ ms }) => ms);
  const cpu = median(of(({ cpuMs }) => cpuMs));
  return `${median(wall).toFixed(0)} ms, at most ${Math.max(...wall).toFixed(0)} ms; ${cpu.toFixed(0)} ms of processor time`;
}

/** A browser of its own. @param link lets it in */
async function enter(link: string) {
  const { origin } = new URL(link);
  const entered = await fetch(link, { redirect: "manual" });
  const cookie = entered.headers.get("set-cookie")?.split(";")[0] ?? "";
  const ask = async (path: string, body?: URLSearchParams): Promise<Visit> => {
    const [startMs, before] = [performance.now(), process.cpuUsage()];
    const sent = body === undefined ? {} : { method: "POST", body };
    const answer = await fetch(origin + path, { ...sent, headers: { cookie, origin } });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text.slice(0, 200)}`);
    const { user, system } = process.cpuUsage(before);
    return { text, ms: performance.now() - startMs, cpuMs: (user + system) / 1000 };
  };
  return ask;
}

/** As the form of the page would be sent, with full points everywhere. */
function fillForm(page: string): URLSearchParams {
  const form = page.split('action="/decide"')[1]?.split("</form>")[0] ?? "";
  const fields = [...form.matchAll(/<input[^>]*name="([^"]*)"[^>]*>/g)].map(
    ([input, name = ""]): [string, string] => {
      const value = /(?:value|data-max)="([^"]*)"/.exec(input)?.[1] ?? "";
      return [name, name === "points" ? (/data-max="([^"]*)"/.exec(input)?.[1] ?? "") : value];
    },
  );
  return new URLSearchParams(fields);
}

async function main(size: number, decisions: number): Promise<void> {
  const outFolder = mkdtempSync(join(tmpdir(), "ridgepoint-bench-"));
  const store = openStore(outFolder);
  for (const record of makeRecords(size)) await store.writeRecord(record);
  const links: string[] = [];
  const startMs = performance.now();
  await openDesk({
    place: { outFolder, assignment, root: projectRoot },
    by: "bench",
    now: () => new Date(),
    onLink: (url) => void links.push(url),
    // Scores and pages would be written for minutes: they are no part of this.
    pauseMs: 2 ** 30,
  });
  const openMs = performance.now() - startMs;
  const ask = await enter(links[0] ?? "");
  const first = await ask("/");
  console.log(`${size} submissions: ${/id="waiting">([^<]*)/.exec(first.text)?.[1] ?? ""}`);
  console.log(`started in ${openMs.toFixed(0)} ms; the first page: ${describe([first])}`);
  const shown: Visit[] = [];
  for (let at = 0; at < 15; at += 1) shown.push(await ask(`/?at=${at}`));
  console.log(`another page: ${describe(shown)}`);
  const decided: Visit[] = [];
  for (let at = 0; at < decisions; at += 1) {
    const { text } = await ask(`/?at=${5 + at}`);
    // The answer leads to the next page, which is followed.
    decided.push(await ask("/decide", fillForm(text)));
  }
  console.log(`a decision stored and the next page shown: ${describe(decided)}`);
  rmSync(outFolder, { recursive: true, force: true });
  // Without closing the desk, which would write scores and pages.
  process.exit(0);
}

const command = createBench("desk-cost", "What a person waits for at the desk of a large class.")
  .argument("[submissions]", "submissions of the class", parseCount, 1000)
  .argument("[decisions]", "decisions that are taken", parseCount, 15);

runBench(command, () => main(command.processedArgs[0], command.processedArgs[1]));
