/**
 * Does anything a student reads give a hidden number away?
 *
 * Hidden are the inputs of the fixed cases other than the notebook's own, and what the accepted readings answer to
 * any fixed case, the notebook's included. Numbers below three significant digits give nothing away; the notebook's
 * own inputs and the units 1024, 1024² … are public. Values drawn per seed cannot stand in a fixed text.
 */
import { nothingEarlier } from "../contract/nothing-earlier";
import type { CallPart, Question } from "../contract/question";
import { Opaque } from "../contract/value";
import type { QuestionVerdict } from "../contract/verdict";
import { encodeCall, nameCall } from "../contract/wire";
import { createRandom } from "../judge/random";
import { describeObservation } from "../wording/observations";
import { english } from "../wording/translator";
import type { Problem } from "./problem";

/** A text that students read, and where it stands. */
export interface StudentText {
  readonly where: string;
  readonly text: string;
}

const units = [1024, 1024 ** 2, 1024 ** 3];

export function checkHiddenValues(
  questions: readonly Question[],
  statements: ReadonlyMap<string, string>,
): readonly Problem[] {
  const isPublic = makePublicTest(questions);
  return questions.flatMap((question) => {
    const hidden = listHiddenNumbers(question).filter((value) => !isPublic(value));
    const texts = listTexts(question, statements.get(question.id) ?? "");
    return [
      ...texts.flatMap((text) => findLeaks(question.id, text, { hidden, isPublic })),
      ...findSharedCalls(question),
    ];
  });
}

/** What students read about answers to a seed's hidden cases must not hold that seed's numbers either. */
export function checkObservations(
  question: Question,
  verdicts: readonly QuestionVerdict[],
  seed: string,
): readonly Problem[] {
  const hidden = new Set(
    question.parts.flatMap((part) =>
      part.kind === "call" ? listPartNumbers(part, seed, `${question.id}/${part.id}`) : [],
    ),
  );
  const texts = new Set(verdicts.flatMap(listObservationTexts));
  return [...texts].flatMap((text) =>
    findLeaks(question.id, { where: "an observation", text }, { hidden: [...hidden] }),
  );
}

function listObservationTexts(verdict: QuestionVerdict): readonly string[] {
  if (verdict.status === "not_graded") return [];
  return verdict.parts.flatMap(({ finding }) =>
    finding.kind === "unexplained"
      ? finding.observations.map((one) => describeObservation(one, english))
      : [],
  );
}

function makePublicTest(questions: readonly Question[]): (value: number) => boolean {
  const inputs = questions.flatMap((question) =>
    question.parts.flatMap((part) =>
      part.kind === "call"
        ? listFixedCases(part)
            .filter((one) => one.source === "notebook")
            .flatMap((one) => listNumbers(one.input))
        : [],
    ),
  );
  const known = new Set([...units, ...inputs]);
  return (value) => known.has(value);
}

/** Cases that every seed has: their inputs are equal under two seeds. */
function listFixedCases(part: CallPart) {
  const [one, other] = ["a", "b"].map((seed) => part.cases(createRandom(seed, "hidden values")));
  const spell = (input: unknown): string =>
    encodeCall({ export: part.export, args: part.args(input) }).argsText;
  const spelled = new Map((other ?? []).map((two) => [two.id, spell(two.input)]));
  return (one ?? []).filter((two) => spelled.get(two.id) === spell(two.input));
}

function listHiddenNumbers(question: Question): readonly number[] {
  return question.parts.flatMap((part) => {
    if (part.kind === "text") return [];
    const cases = listFixedCases(part);
    const inputs = cases.filter((one) => one.source !== "notebook").map((one) => one.input);
    return [
      ...inputs.flatMap(listNumbers),
      ...listAnswers(
        part,
        cases.map((one) => one.input),
      ),
    ];
  });
}

function listPartNumbers(part: CallPart, seed: string, label: string): readonly number[] {
  const inputs = part.cases(createRandom(seed, label)).map((one) => one.input);
  return [...inputs.flatMap(listNumbers), ...listAnswers(part, inputs)];
}

function listAnswers(part: CallPart, inputs: readonly unknown[]): readonly number[] {
  const accepted = part.readings.filter(({ kind }) => kind === "reference" || kind === "convention");
  return accepted.flatMap((reading) =>
    reading.by === "rule"
      ? []
      : inputs.flatMap((input) => listNumbers(reading.answer(input, nothingEarlier))),
  );
}

/** All numbers in a value but for the data of tensors. */
function listNumbers(value: unknown): readonly number[] {
  if (typeof value === "number" || typeof value === "bigint") return [Number(value)];
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value) || value instanceof Opaque)
    return [];
  return Object.values(value).flatMap(listNumbers);
}

function listTexts(question: Question, statement: string): readonly StudentText[] {
  const { title, unexplained, expected, readings, parts = {} } = question.feedback;
  const ofParts = Object.values(parts).map((part) => part.unexplained);
  return [
    { where: "statement.md", text: statement },
    { where: "feedback", text: [title, unexplained, expected, ...ofParts].join("\n") },
    ...Object.entries(readings).map(([id, { says, hint = "" }]) => ({
      where: `sentences of ${id}`,
      text: `${says}\n${hint}`,
    })),
    ...question.publicChecks.map((check) => ({
      where: `public check ${check.id}`,
      text: `${check.says}\n${
        check.findMismatch(
          check.calls.map(() => undefined),
          "",
        ) ?? ""
      }`,
    })),
  ];
}

interface Secrets {
  readonly hidden: readonly number[];
  /** What everybody knows gives nothing away, though something hidden may round to it. */
  readonly isPublic?: (value: number) => boolean;
}

function findLeaks(
  place: string,
  { where, text }: StudentText,
  { hidden, isPublic = () => false }: Secrets,
): readonly Problem[] {
  return listWrittenNumbers(text)
    .filter((written) => !isPublic(written.value) && hidden.some((value) => isWritten(value, written)))
    .map(({ text: written }) => ({
      check: "hidden values",
      place,
      says: `${where} holds ${written}, a hidden input or an expected answer`,
    }));
}

interface WrittenNumber {
  readonly text: string;
  readonly value: number;
  readonly digits: number;
}

/** Numbers of three significant digits and more, thousands separated or not. */
function listWrittenNumbers(text: string): readonly WrittenNumber[] {
  const found = text.match(/\d{1,3}(?:[,\u00a0\u202f_]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/g) ?? [];
  return found
    .map((one) => {
      const plain = one.replace(/[,\u00a0\u202f_]/g, "");
      return { text: one, value: Number(plain), digits: countDigits(plain) };
    })
    .filter(({ digits }) => digits >= 3);
}

/** Trailing zeros of a whole number are taken for rounding. */
function countDigits(plain: string): number {
  const digits = plain.includes(".") ? plain.replace(".", "") : plain.replace(/0+$/, "");
  return digits.replace(/^0+/, "").length;
}

function isWritten(value: number, { value: written, digits }: WrittenNumber): boolean {
  if (value === written) return true;
  return Number.isFinite(value) && digits <= 100 && Number(value.toPrecision(digits)) === written;
}

/** Public checks that ask exactly what a hidden case asks; the notebook's own case is public. */
function findSharedCalls({ id, parts, publicChecks }: Question): readonly Problem[] {
  const hidden = new Set(
    parts.flatMap((part) =>
      part.kind === "call"
        ? listFixedCases(part)
            .filter((one) => one.source !== "notebook")
            .map((one) => spellCall(part.export, part.args(one.input)))
        : [],
    ),
  );
  return publicChecks
    .filter((check) =>
      [...check.calls, ...(check.besides ?? [])].some((call) =>
        hidden.has(spellCall(call.export, call.args)),
      ),
    )
    .map((check) => ({
      check: "hidden values",
      place: id,
      says: `public check ${check.id} asks what a hidden case asks`,
    }));
}

function spellCall(name: string, args: readonly unknown[]): string {
  return nameCall(encodeCall({ export: name, args }));
}
