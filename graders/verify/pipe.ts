/** The samples through the whole pipe: discovered, compiled, run in the sandbox and judged as a student's work is. */
import type { Assignment } from "../contract/assignment";
import type { Limits } from "../contract/limits";
import type { Question } from "../contract/question";
import type { Judgement } from "../contract/record";
import type { SandboxMode, SandboxReport } from "../contract/sandbox-report";
import type { FoundSubmission } from "../contract/submission";
import type { QuestionVerdict } from "../contract/verdict";
import { type GradingTools, gradeSubmission } from "../grade/grade-submission";
import { judgeHere } from "../grade/workshop/work";
import { discoverSubmissions } from "../intake/discover";
import { type Plan, planQuestions } from "../judge/plan";
import { startCompiler } from "../running/compile/compile";
import { createPool } from "../running/pool";
import { createSandbox } from "../running/sandbox/sandbox";
import { sayMessage } from "../wording/messages";
import { english } from "../wording/translator";
import { complainAbout } from "./marks";
import { getMaterial, type Material, type Solution } from "./material";
import type { Problem } from "./problem";
import { readReferenceSubmission } from "./reference-submission";
import { listAnswered } from "./samples";

export interface PipeOptions {
  /** The repository. */
  readonly root: string;
  readonly seed: string;
  readonly jobs: number;
  readonly sandboxMode: SandboxMode;
  readonly limits: Limits;
  readonly onStart?: (samples: number, sandbox: SandboxReport) => void;
  readonly onSample?: (name: string) => void;
}

/** One thing to grade: how to get it, the questions it answers, and what each verdict must be worth. */
interface Errand {
  readonly name: string;
  find(limits: Limits): Promise<FoundSubmission | undefined>;
  readonly questions: readonly Question[];
  getExpected(verdict: QuestionVerdict): string | undefined;
}

/** @throws GraderFault when nothing can be compiled or run here at all */
export async function checkPipe(
  assignment: Assignment,
  material: Material,
  options: PipeOptions,
): Promise<readonly Problem[]> {
  const compiler = startCompiler(options.limits, options.sandboxMode);
  try {
    const sandbox = await createSandbox(options.sandboxMode, options.limits, compiler);
    try {
      const errands = listErrands(assignment.questions, material, options.root);
      options.onStart?.(errands.length, sandbox.report);
      return await runErrands(errands, { compiler, sandbox, limits: options.limits }, options);
    } finally {
      await sandbox.close();
    }
  } finally {
    await compiler.close();
  }
}

function listErrands(questions: readonly Question[], material: Material, root: string): readonly Errand[] {
  const whole = ({ path, name }: Solution, getExpected: Errand["getExpected"]): Errand => {
    return { name, find: (limits) => findAt(path, limits), questions, getExpected };
  };
  const full = (verdict: QuestionVerdict): string => verdict.maxPoints;
  return [
    { ...whole(material.reference, full), find: async () => readReferenceSubmission(root) },
    whole(material.fullMarks, full),
    whole(material.starter, () => "0"),
    ...questions.flatMap((question) =>
      getMaterial(material, question).samples.map((sample) => ({
        name: `sample ${sample.name}`,
        find: (limits: Limits) => findAt(sample.path, limits),
        questions: listAnswered(questions, question, sample),
        getExpected: ({ id }: QuestionVerdict) => (id === question.id ? sample.points : undefined),
      })),
    ),
  ];
}

async function findAt(path: string, limits: Limits): Promise<FoundSubmission | undefined> {
  const { submissions } = await discoverSubmissions(path, limits);
  return submissions[0];
}

async function runErrands(
  errands: readonly Errand[],
  tools: Omit<GradingTools, "plan" | "workshop">,
  { seed, jobs, limits, onSample = () => {} }: PipeOptions,
): Promise<readonly Problem[]> {
  const plans = new Map<string, Plan>();
  const getPlan = (questions: readonly Question[]): Plan => {
    const key = questions.map(({ id }) => id).join();
    const plan = plans.get(key) ?? planQuestions(questions, seed);
    plans.set(key, plan);
    return plan;
  };
  const pool = createPool(jobs);
  const found = await Promise.all(
    errands.map((errand) =>
      pool.add(async () => {
        const submission = await errand.find(limits);
        if (submission === undefined) return [complain(errand, "nothing was found to grade")];
        const plan = getPlan(errand.questions);
        const machine = { ...tools, plan, workshop: judgeHere({ plan }) };
        const judgement = await gradeSubmission(submission, machine, { runAlone: pool.runAlone });
        onSample(errand.name);
        return compare(errand, judgement, seed);
      }),
    ),
  );
  return found.flat();
}

function compare(errand: Errand, judgement: Judgement, seed: string): readonly Problem[] {
  switch (judgement.kind) {
    case "ungradable":
      return [complain(errand, `could not be run: ${sayMessage(judgement.says, english)}`)];
    case "fault":
      return [complain(errand, `not graded: ${judgement.fault}`)];
    case "judged":
      return judgement.questions.flatMap((verdict) => {
        const expected = errand.getExpected(verdict);
        const problems = expected === undefined ? [] : complainAbout(verdict, expected, errand.name, seed);
        return problems.map((one) => ({ ...one, check: "pipe" as const }));
      });
  }
}

function complain({ name, questions }: Errand, says: string): Problem {
  return { check: "pipe", place: questions.at(-1)?.id ?? "assignment", says: `${name}: ${says}` };
}
