/** What lies beside a submission and answers what the submission leaves open, of what is asked for. Pure. */
import { foldName } from "../contract/near-name";
import type { Question } from "../contract/question";
import type { UnreadWork } from "../contract/submission";
import type { QuestionVerdict } from "../contract/verdict";

/** @returns with the functions' names as they are asked for */
export function chooseUnread(
  unread: readonly UnreadWork[],
  questions: readonly Question[],
): readonly UnreadWork[] {
  const asked = new Map(
    questions.flatMap(({ parts }) =>
      parts.flatMap((part) => (part.kind === "call" ? [[foldName(part.export), part.export] as const] : [])),
    ),
  );
  return unread.flatMap(({ answers, ...place }) => {
    const named = [...new Set(answers.flatMap((name) => asked.get(foldName(name)) ?? []))];
    return named.length > 0 || answers.length === 0 ? [{ ...place, answers: named }] : [];
  });
}

/** The verdicts, each unanswered part that nothing else is said of with the file that answers it. */
export function hintAtUnread(
  verdicts: readonly QuestionVerdict[],
  questions: readonly Question[],
  unread: readonly UnreadWork[] = [],
): readonly QuestionVerdict[] {
  if (unread.length === 0) return verdicts;
  const closed = unread.find(({ answers }) => answers.length === 0);
  const places = new Map(unread.flatMap((one) => one.answers.map((name) => [name, one] as const)));
  return verdicts.map((verdict) => {
    const parts = questions.find(({ id }) => id === verdict.id)?.parts ?? [];
    if (verdict.status === "not_graded") return verdict;
    return { ...verdict, parts: verdict.parts.map((one) => hintAtPart(one, parts)) };
  });

  function hintAtPart(
    one: Extract<QuestionVerdict, { readonly parts: unknown }>["parts"][number],
    parts: Question["parts"],
  ): typeof one {
    const part = parts.find(({ id }) => id === one.id);
    if (one.finding.kind !== "unanswered" || one.finding.hint !== undefined || part?.kind !== "call")
      return one;
    const found = places.get(part.export) ?? closed;
    if (found === undefined) return one;
    const kind = found.cell === undefined ? "elsewhere" : "in-text";
    return { ...one, finding: { ...one.finding, hint: { kind, found: found.file } } };
  }
}
