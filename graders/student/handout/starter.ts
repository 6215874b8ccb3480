/** What students start from: `submission.ts` with a stub for every function, and `answers.md` with a heading each. Pure. */
import { stubEnding } from "../../contract/stub";
import type { Translator } from "../../contract/translator";
import type { PublicAssignment, PublicQuestion, Signature } from "../public/public-assignment";
import { writeHeading } from "./assignment-text";

/** Sentences of the starter, in English. */
export const starterSentences = {
  opening: "Your answers. Replace the line in each function; the questions are in ASSIGNMENT.md.",
  name: "Your name, exactly as it is to be hashed in the first question.",
  returns: "Returns {expected}.",
  explanations: "Explanations",
  explain: "Write below each heading how you came to your answer.",
} as const;

/** @param types names that `types.ts` exports */
export function writeStarter(
  { questions }: PublicAssignment,
  types: readonly string[],
  translator: Translator,
): string {
  const signatures = questions.flatMap((one) => one.signatures);
  const used = listUsedTypes(signatures, types);
  const imports = used.length === 0 ? "" : `import type { ${used.join(", ")} } from "./types";\n\n`;
  const { translate } = translator;
  return [
    `/** ${translate(starterSentences.opening)} */\n${imports}`.trimEnd(),
    `/** ${translate(starterSentences.name)} */\nexport const name = "";`,
    notAnsweredYet,
    ...questions.map((question) => writeStubs(question, translator)),
  ]
    .join("\n\n")
    .concat("\n");
}

/** The grader knows a stub by what it throws. */
export const notAnsweredYet = `function notAnsweredYet(what: string): never {
  throw new Error(\`\${what}${stubEnding}\`);
}`;

function listUsedTypes(signatures: readonly Signature[], types: readonly string[]): readonly string[] {
  const text = signatures.map(({ parameters, returns }) => `${parameters} ${returns}`).join(" ");
  return types.filter((name) => new RegExp(`\\b${name}\\b`).test(text)).sort();
}

/** All functions of one question. */
export function writeStubs(question: PublicQuestion, translator: Translator): string {
  return question.signatures
    .map(({ name, parameters, returns }) => {
      const head = `export function ${name}(${parameters}): ${returns}`;
      return `${writeComment(question, translator)}\n${head} {\n  return notAnsweredYet("${name}");\n}`;
    })
    .join("\n\n");
}

function writeComment(question: PublicQuestion, translator: Translator): string {
  const { translate } = translator;
  const expected = translate(question.expected);
  return `/**\n * ${writeHeading(question, undefined, translator)}.\n * ${translate(starterSentences.returns, { expected })}\n */`;
}

export function writeAnswersSkeleton({ questions }: PublicAssignment, { translate }: Translator): string {
  const headings = questions.map(({ id }) => `## ${id}\n`);
  return [
    `# ${translate(starterSentences.explanations)}\n`,
    `${translate(starterSentences.explain)}\n`,
    ...headings,
  ].join("\n");
}
