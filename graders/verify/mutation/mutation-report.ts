/** The mutation score as a Markdown document: a table per subject, and every survivor with its reason. */
import type { JudgedMutant, MutantResult } from "./mutant";
import type { MutatedSubject } from "./mutate";
import { leastScore, type QuestionScore, scoreQuestions } from "./score";

/** A mutated program, named and described in a sentence. */
export interface ReportedSubject extends MutatedSubject {
  readonly name: string;
  readonly says: string;
}

export function writeMutationReport(
  subjects: readonly ReportedSubject[],
  order: readonly string[],
  seed: string,
): string {
  return [
    "# Mutation score of the hidden cases",
    "",
    `Written by \`npm run mutate\` with the hidden inputs of seed \`${seed}\`; run it again after changing questions, cases or`,
    "the code that is mutated.",
    "",
    "Every formula below is changed in one place at a time, systematically: another operator, a term or step dropped, a",
    "constant one more, one less or doubled, a dimension of the same type in its place, a rounding or a condition changed.",
    "The changed program is judged like a submission. Code that only refuses malformed input is left alone.",
    "",
    "- **killed**: the question whose answers change first earns less than full points. Later questions may rightly carry",
    "  the error forward.",
    "- **missed**: its answers are wrong and earn full points. The score is killed / (killed + missed); at least",
    `  ${leastScore * 100} % per question is asked for.`,
    "- **accepted**: it answers as another accepted reading does, which is named.",
    "- **tolerated**: it differs by less than the question's tolerance, or in what the question does not judge.",
    "- **same**: it computes the same function, equal on every hidden input and on as many random ones as stated.",
    "- **no value**: it does not load or throws on every input, so there is nothing to judge; not counted.",
    ...subjects.flatMap((subject) => writeSubject(subject, order)),
    "",
  ].join("\n");
}

function writeSubject(
  { name, says, judged, unevaluated }: ReportedSubject,
  order: readonly string[],
): readonly string[] {
  const scores = scoreQuestions(judged, order);
  return [
    "",
    `## ${name}`,
    "",
    `${says} ${judged.length} mutants; ${unevaluated} more change what no right answer ever evaluates and are left out.`,
    "",
    "| question | score | killed | missed | accepted | tolerated | same | no value |",
    "|---|---:|---:|---:|---:|---:|---:|---:|",
    ...scores.map(writeRow),
    ...scores.flatMap(({ question }) => writeSurvivors(question, judged)),
  ];
}

function writeRow({ question, counts, score }: QuestionScore): string {
  const { killed, missed, accepted, tolerated, same, broken } = counts;
  const cells = [formatPercent(score), killed, missed, accepted, tolerated, same, broken];
  return `| ${question} | ${cells.join(" | ")} |`;
}

/** Rounded down, so that 100 % means all. */
export function formatPercent(share: number): string {
  return `${(Math.floor(share * 1000) / 10).toFixed(1)} %`;
}

/** Survivors by reason, each with its place and change. */
function writeSurvivors(question: string, judged: readonly JudgedMutant[]): readonly string[] {
  const mine = judged.filter(({ result }) => result.question === question);
  const byReason = new Map<string, JudgedMutant[]>();
  for (const one of mine) {
    const reason = describeReason(one.result);
    if (reason !== undefined) byReason.set(reason, [...(byReason.get(reason) ?? []), one]);
  }
  if (byReason.size === 0) return [];
  return [
    "",
    `### ${question}`,
    ...[...byReason].flatMap(([reason, survivors]) => [
      "",
      `${reason} (${survivors.length}):`,
      "",
      ...survivors.map(({ mutant }) => `- \`${mutant.path}:${mutant.line}\` ${describeChange(mutant)}`),
    ]),
  ];
}

function describeReason(result: MutantResult): string | undefined {
  switch (result.kind) {
    case "killed":
    case "broken":
      return undefined;
    case "missed":
      return `**Missed**: ${result.why}`;
    case "accepted":
      return `Accepted as ${result.readings.map((id) => `\`${id}\``).join(", ")}`;
    case "tolerated":
      return result.largestError === 0
        ? "Tolerated: it differs only where either answer is right"
        : `Tolerated: numbers differ by ${formatError(result.largestError)} at most`;
    case "same":
      return `Same function on every hidden input and on ${result.inputs} random ones`;
  }
}

function formatError(share: number): string {
  return `${Number((share * 100).toPrecision(2))} %`;
}

function describeChange({ before, after }: JudgedMutant["mutant"]): string {
  const left = shorten(before);
  const right = shorten(after);
  return right === "" ? `\`${left}\` left out` : `\`${left}\` → \`${right}\``;
}

const longest = 90;

function shorten(code: string): string {
  const line = code.replace(/\s+/g, " ").trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}
