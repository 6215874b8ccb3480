/**
 * What students' pages cost: HTML, Markdown and plain text of each, as grading writes them, from records of a made
 * class in turns. In the same run, the floor: how many bare `node -e 0` one after the other end in a second.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SubmissionRecord } from "../../graders/contract/record";
import { assignment } from "../../graders/questions/efficient-deep-learning";
import { openReporter } from "../../graders/report/report";
import { english } from "../../graders/wording/translator";
import { projectRoot } from "../project";
import { makeClass } from "./class/make-class";
import { createBench, parseCount, runBench } from "./run-bench";
import { median, time, timeBareStart } from "./timing";

const distinct = 40;

/** Graded for this. */
function gradeMadeClass(): readonly SubmissionRecord[] {
  const folder = mkdtempSync(join(tmpdir(), "ridgepoint-bench-"));
  const [source, out] = [join(folder, "class"), join(folder, "out")];
  const start = ["-r", "./graders/running/from-source.cjs", "scripts/grade.ts"];
  try {
    makeClass(source, distinct, "bench");
    execFileSync(process.execPath, [...start, source, "--out", out], { cwd: projectRoot, stdio: "ignore" });
    return readdirSync(source).map((id) =>
      JSON.parse(readFileSync(join(out, "staff", id, "record.json"), "utf8")),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function main(count: number, isRevealed: boolean): Promise<void> {
  const records = gradeMadeClass();
  const reporter = await openReporter(join(projectRoot, "templates"), assignment, english, { isRevealed });
  const bytes = new Map<string, number>();
  const render = (record: SubmissionRecord): void => {
    const html = reporter.renderStudentHtml(record);
    reporter.renderStudentMarkdown(record);
    reporter.renderStudentText(record);
    bytes.set(record.submission.id, Buffer.byteLength(html));
  };
  const floorMs = Array.from({ length: 15 }, timeBareStart);
  const before = process.cpuUsage();
  const ms = time(() => {
    // A page is of its own record, as in a class: the same object again would be known.
    for (let at = 0; at < count; at += 1) render({ ...(records[at % records.length] as SubmissionRecord) });
  });
  const { user, system } = process.cpuUsage(before);
  const [perSecond, perBusySecond] = [(1000 * count) / ms, (1e6 * count) / (user + system)];
  const [heaviest = ["", 0]] = [...bytes].sort(([, a], [, b]) => b - a);
  const bare = 1000 / median(floorMs);
  console.log(`${count} pages, each as HTML, Markdown and text, in one thread:`);
  console.log(`${perSecond.toFixed(0)} a second, ${perBusySecond.toFixed(0)} a second of processor time`);
  console.log(`bare node, one after the other: ${bare.toFixed(0)} a second`);
  console.log(`the heaviest page: ${(heaviest[1] / 1000).toFixed(0)} kB of HTML, ${heaviest[0]}`);
}

const command = createBench("pages-cost", "What students' pages cost: HTML, Markdown and text of each.")
  .argument("[pages]", "pages that are written", parseCount, 1000)
  .option("--reveal", "with what is revealed after the deadline");

runBench(command, () => main(command.processedArgs[0], command.opts().reveal === true));
