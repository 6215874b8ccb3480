/** What `npm run verify` prints: how well each part's readings are told apart, and every problem by name. */
import type { Problem } from "../graders/verify/problem";
import type { PartReport, ReadingReport } from "../graders/verify/survey";
import { bold, dim, green, red } from "./terminal/colors";
import { formatTable } from "./terminal/table";

/** One row per part; the names of readings that are not told apart stand in the last column. */
export function formatParts(parts: readonly PartReport[]): string {
  const rows = parts.map(({ question, part, readings, pairs }) => {
    const apart = readings.filter(isToldApart).length;
    const count = `${apart} of ${readings.length}`;
    return [
      question,
      part === question ? "" : part,
      apart === readings.length ? green(count) : red(count),
      String(pairs),
      readings
        .filter((one) => !isToldApart(one))
        .map(({ id }) => id)
        .join("\n"),
    ];
  });
  const head = [
    { head: "question" },
    { head: "part" },
    { head: "readings told apart", align: "right" as const },
    { head: "pairs compared", align: "right" as const },
    { head: "" },
  ];
  return formatTable(head, rows);
}

function isToldApart({ takenFor, isRecognised }: ReadingReport): boolean {
  return isRecognised && takenFor.length === 0;
}

/** One row per reading. */
export function formatReadings(parts: readonly PartReport[]): string {
  const rows = parts.flatMap(({ question, part, readings }) =>
    readings.map((reading) => [
      question === part ? question : `${question}/${part}`,
      reading.id,
      reading.kind,
      reading.credit,
      describeSeparation(reading),
    ]),
  );
  const columns = ["question", "reading", "kind", "credit", "told apart"].map((head) => ({ head }));
  return formatTable(columns, rows);
}

function describeSeparation({ takenFor, sameAs, isRecognised }: ReadingReport): string {
  if (!isRecognised) return red("never seen");
  if (takenFor.length > 0) return red(`no: taken for ${takenFor.join(", ")}`);
  return sameAs.length > 0 ? dim(`same mark as ${sameAs.join(", ")}`) : green("yes");
}

/** Every problem in a line, grouped by check. */
export function formatProblems(problems: readonly Problem[]): string {
  const checks = [...new Set(problems.map(({ check }) => check))];
  return checks
    .map((check) => {
      const lines = problems.filter((one) => one.check === check);
      return [
        bold(`${check} (${lines.length})`),
        ...lines.map((one) => `  ${red(one.place)}: ${one.says}`),
      ].join("\n");
    })
    .join("\n");
}
