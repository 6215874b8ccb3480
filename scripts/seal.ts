/** `npm run seal`: a commitment to the seed, the rubric and the build, to publish before the deadline; and its check. */
import { checkSeal, type Seal, type SealCheck, sealClass } from "../graders/grade/seal-class";
import { describeSeed } from "./describe-seed";
import { projectRoot, readProducer } from "./project";
import { createCommand, type ExitCode, exitCodes, runCommand } from "./terminal/command-line";

interface SealFlags {
  readonly seed?: string;
  readonly check?: string;
}

const command = createCommand(
  "npm run seal --",
  "Prints a commitment to the seed of a class, the rubric and the build, to publish before the deadline.",
)
  .argument(
    "[out]",
    "the folder that `npm run grade` writes; its secret seed is made if there is none",
    "out",
  )
  .option("--seed <text>", "seal or check this seed instead of the class's own")
  .option("--check <commitment>", 'does this commitment ("sha256:…") hold for the seed and this build?')
  .addHelpText(
    "after",
    `
Before the deadline publish what is printed. Afterwards publish the seed as well (the text in <out>/seed.key): with
--check and --seed anybody sees that it was this one, and npm run replay gives anybody the same verdict.

Exit codes: 0 printed, or it holds · 1 usage · 3 the commitment does not hold`,
  );

/** @param argv as a process gets it: Node and the script come before the arguments */
export async function seal(argv: readonly string[] = process.argv): Promise<ExitCode> {
  command.parse(argv);
  const { seed: given, check } = command.opts<SealFlags>();
  const out = command.processedArgs[0] as string;
  const request = { out, seed: given, root: projectRoot, producer: readProducer() };
  return check === undefined
    ? tellSeal(await sealClass(request))
    : tellCheck(await checkSeal(check, request));
}

function tellSeal({ commitment, build, origin, canBeGuessed }: Seal): ExitCode {
  if (canBeGuessed)
    console.error(
      "warning: a seed this short can be found from its commitment by trying; use the class's own",
    );
  console.log([`commitment: ${commitment}`, ...describeBuild(build)].join("\n"));
  console.error(describeSeed(origin));
  return exitCodes.done;
}

function tellCheck({ holds, now, build }: SealCheck): ExitCode {
  if (holds) {
    console.log("holds: this seed, this rubric and this build were sealed");
    return exitCodes.done;
  }
  const lines = [
    `does not hold: the seed and this build give ${now}`,
    "another seed, or another rubric or build than was sealed; compare with what was published:",
    ...describeBuild(build),
  ];
  console.log(lines.join("\n"));
  return exitCodes.checkFailed;
}

/** What a commitment covers besides the seed; all of it is public. */
function describeBuild({ version, sourceDigest, rubricDigest }: Seal["build"]): readonly string[] {
  return [`rubric: ${rubricDigest}`, `build: ${version} ${sourceDigest}`];
}

if (require.main === module) void runCommand(() => seal());
