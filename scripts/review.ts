/** `npm run review`: a page on this machine where a person decides what waits, once for all who answered alike. */
import { resolve } from "node:path";
import { UsageError } from "../graders/contract/faults";
import { readShare } from "../graders/grade/marking/second-marking";
import { assignment } from "../graders/questions/efficient-deep-learning";
import { openDesk } from "../graders/review/open-desk";
import { type LanguageFlag, languageOption, readLanguageFlag } from "./page-flags";
import { projectRoot } from "./project";
import {
  createCommand,
  type ExitCode,
  exitCodes,
  parseWholeNumber,
  runCommand,
} from "./terminal/command-line";

interface ReviewFlags extends LanguageFlag {
  readonly by: string;
  readonly class?: string;
  readonly port?: number;
  readonly blind?: true;
  readonly second?: number;
}

const makeCommand = () =>
  createCommand(
    "npm run review --",
    "Opens a page on this machine where a person decides what waits, once for everybody who answered alike.",
  )
    .argument("[out]", "the folder that `npm run grade` wrote", "out")
    .requiredOption("--by <initials>", "who decides; students do not read it")
    .option("--class <path>", "where the class was handed in, to show its code; known from the last run")
    .option("--port <n>", "port on 127.0.0.1; any that is free when left out", parseWholeNumber(1, 65_535))
    .option("--blind", "show no names and no ids: nothing tells whose an answer is")
    .option(
      "--second <share>",
      "decide a sample of what others decided once more, e.g. 10%; `npm run marks -- <out> --agreement` compares",
      readShare,
    )
    .option(...languageOption)
    .addHelpText(
      "after",
      `
Decisions lie in <out>/staff/marks.jsonl, as those of \`npm run mark\`; scores and pages follow in a pause and at the end.
Ctrl+C ends it.

Exit codes: 0 or 130 ended · 1 usage · 2 scores and pages could not be written; the decisions are kept`,
    );

/** @param argv as a process gets it: Node and the script come before the arguments */
export async function review(signal: AbortSignal, argv: readonly string[] = process.argv): Promise<ExitCode> {
  const command = makeCommand().parse(argv);
  const out = resolve(command.processedArgs[0] as string);
  const { by, class: classPath, port, blind = false, second, ...flags } = command.opts<ReviewFlags>();
  const signature = by.trim();
  if (signature === "" || signature.length > 100)
    throw new UsageError("--by: expected initials, at most 100 characters");
  const desk = await openDesk({
    place: { outFolder: out, assignment, root: projectRoot, ...readLanguageFlag(flags) },
    by: signature,
    now: () => new Date(),
    onLink: (url) => console.log(`lets one browser in, once: ${url}`),
    ...(classPath === undefined ? {} : { classPath: resolve(classPath) }),
    ...(port === undefined ? {} : { port }),
    isBlind: blind,
    ...(second === undefined ? {} : { secondShare: second }),
  });
  await untilAborted(signal);
  const failure = await desk.close();
  if (failure === null) return exitCodes.done;
  console.error(`${failure}; the decisions are kept: write scores and pages with \`npm run report\``);
  return exitCodes.notGraded;
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) done();
    else signal.addEventListener("abort", () => done(), { once: true });
  });
}

if (require.main === module) void runCommand(review);
