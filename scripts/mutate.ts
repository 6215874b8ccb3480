/** `npm run mutate`: whether the hidden cases notice every systematic error, written to docs/mutation-score.md. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { assignment } from "../graders/questions/efficient-deep-learning";
import { loadMaterial } from "../graders/verify/load-material";
import { mutateSubject } from "../graders/verify/mutation/mutate";
import {
  formatPercent,
  type ReportedSubject,
  writeMutationReport,
} from "../graders/verify/mutation/mutation-report";
import { leastScore, scoreQuestions } from "../graders/verify/mutation/score";
import { openSubject, type Subject } from "../graders/verify/mutation/subject";
import { projectRoot } from "./project";
import { green, red } from "./terminal/colors";
import { createCommand, type ExitCode, exitCodes, Option, runCommand } from "./terminal/command-line";
import { createProgress } from "./terminal/progress";
import { formatTable } from "./terminal/table";

interface MutateFlags {
  readonly seed: string;
  readonly write: boolean;
  readonly program?: Program;
}

type Program = "sample" | "reference";

const reportPath = join("docs", "mutation-score.md");

const command = createCommand(
  "npm run mutate --",
  "Puts systematic errors into right answers, one at a time, and shows that each loses marks.",
)
  .option("--seed <text>", "seed of the hidden inputs", "mutation")
  .option("--no-write", `leave ${reportPath} as it is`)
  .addOption(
    new Option("--program <name>", "one of the two programs alone; writes nothing").choices([
      "sample",
      "reference",
    ]),
  )
  .addHelpText("after", "\nExit codes: 0 all scores reached · 1 usage · 3 a question's score is too low");

interface Task {
  readonly program: Program;
  readonly subject: Subject;
  readonly says: string;
  readonly explanations: Readonly<Record<string, string>>;
}

/** Two independent programs with full marks: a student's, and one made of the reference's own formulas. */
function listTasks(): readonly Task[] {
  const { fullMarks, reference } = loadMaterial(projectRoot, assignment);
  return [
    {
      program: "sample",
      subject: openSubject(fullMarks.name, projectRoot, join(fullMarks.path, "submission.ts")),
      says: "A sample submission with full marks, written independently of the reference.",
      explanations: fullMarks.explanations,
    },
    {
      program: "reference",
      subject: openSubject(reference.name, projectRoot, reference.path, (path) =>
        path.startsWith("reference/"),
      ),
      says: "The reference's own formulas, handed in as a submission. Options that a right answer does not use change nothing.",
      explanations: reference.explanations,
    },
  ];
}

function runTask({ subject, says, explanations }: Task, seed: string): ReportedSubject {
  const progress = createProgress(process.stderr, false);
  try {
    const mutated = mutateSubject(assignment, subject, {
      seed,
      explanations,
      onStart: (mutants) => progress.start(mutants),
      onMutant: ({ mutant }) => progress.advance(`${mutant.path}:${mutant.line}`),
    });
    return { name: subject.name, says, ...mutated };
  } finally {
    progress.stop();
  }
}

async function mutate(): Promise<ExitCode> {
  command.parse();
  const { seed, write, program } = command.opts<MutateFlags>();
  const order = assignment.questions.map(({ id }) => id);
  const tasks = listTasks().filter((task) => program === undefined || task.program === program);
  const subjects = tasks.map((task) => runTask(task, seed));
  const scores = subjects.flatMap(({ name, judged }) =>
    scoreQuestions(judged, order).map((score) => ({ name, ...score })),
  );
  const rows = scores.map(({ name, question, counts, score }) => [
    name,
    question,
    (score >= leastScore ? green : red)(formatPercent(score)),
    String(counts.killed),
    String(counts.missed),
  ]);
  const columns = ["program", "question", "score", "killed", "missed"].map((head) => ({ head }));
  console.log(formatTable(columns, rows));
  if (write && program === undefined)
    writeFileSync(join(projectRoot, reportPath), writeMutationReport(subjects, order, seed));
  const isReached = scores.every(({ score }) => score >= leastScore);
  return isReached ? exitCodes.done : exitCodes.checkFailed;
}

void runCommand(mutate);
