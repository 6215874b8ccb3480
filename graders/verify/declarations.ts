/** What can be said of a question without asking it anything: ids, credits, points, statement, samples. */
import type { Assignment } from "../contract/assignment";
import { addPoints, comparePoints } from "../contract/points";
import type { Part, Question, Reading } from "../contract/question";
import { getMaterial, type Material, type QuestionMaterial } from "./material";
import { namePlace, type Problem } from "./problem";

const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const share = /^(0|1|0\.\d{1,4})$/;

export function checkDeclarations(assignment: Assignment, material: Material): readonly Problem[] {
  const questions = assignment.questions;
  return [
    ...findRepeated(questions.map(({ id }) => id)).map((id) => declare(id, "is in the catalogue twice")),
    ...questions.flatMap((question) => [
      ...checkQuestion(question),
      ...checkFolder(question, getMaterial(material, question)),
      ...question.parts.flatMap((part) => checkPart(question, part)),
    ]),
    ...checkOrder(questions),
  ];
}

function declare(place: string, says: string): Problem {
  return { check: "declarations", place, says };
}

function checkQuestion({ id, points, parts }: Question): readonly Problem[] {
  const total = addPoints(parts.map((part) => part.points));
  const isSum = comparePoints(total, points) === 0;
  return [
    ...(kebabCase.test(id) ? [] : [declare(id, "its id is not kebab-case")]),
    ...findRepeated(parts.map((part) => part.id)).map((part) => declare(id, `has two parts "${part}"`)),
    ...(parts.length === 0 ? [declare(id, "has no parts")] : []),
    ...(isSum ? [] : [declare(id, `is worth ${points} points, its parts ${total} together`)]),
  ];
}

function checkFolder(question: Question, { statement, samples }: QuestionMaterial): readonly Problem[] {
  const has = (points: string): boolean => samples.some((one) => isSamePoints(one.points, points));
  return [
    ...(statement?.trim() ? [] : [declare(question.id, "has no statement.md")]),
    ...(has(question.points)
      ? []
      : [declare(question.id, `has no sample worth its ${question.points} points`)]),
    ...(has("0") ? [] : [declare(question.id, "has no sample worth 0")]),
  ];
}

function isSamePoints(a: string, b: string): boolean {
  return /^\d+(\.\d+)?$/.test(a) && comparePoints(a, b) === 0;
}

function checkPart(question: Question, part: Part): readonly Problem[] {
  const place = namePlace(question.id, part.id);
  const readings: readonly Pick<Reading<unknown, unknown>, "id" | "credit">[] = part.readings;
  const ids = readings.map(({ id }) => id);
  return [
    ...[part.id, ...ids]
      .filter((id) => !kebabCase.test(id))
      .map((id) => declare(place, `"${id}" is not kebab-case`)),
    ...findRepeated(ids).map((id) => declare(place, `has two readings "${id}"`)),
    ...readings
      .filter(({ credit }) => !share.test(credit))
      .map(({ id, credit }) => declare(place, `${id}: credit "${credit}" is no decimal from "0" to "1"`)),
    ...(part.kind === "call" ? checkReference(place, part.readings) : []),
    ...(part.kind === "call" ? checkSources(place, part.readings) : []),
  ];
}

function checkReference(place: string, readings: readonly Reading<unknown, unknown>[]): readonly Problem[] {
  const references = readings.filter(({ kind }) => kind === "reference");
  return [
    ...(references.length === 1 ? [] : [declare(place, `has ${references.length} references, expected one`)]),
    ...references
      .filter(({ credit }) => credit !== "1")
      .map(({ id, credit }) => declare(place, `reference ${id} earns ${credit}, expected 1`)),
  ];
}

function checkSources(place: string, readings: readonly Reading<unknown, unknown>[]): readonly Problem[] {
  return readings
    .filter(({ source }) => source !== undefined && !/\S{3,} \S/.test(source))
    .map(({ id }) => declare(place, `${id}: its source names no place to look it up`));
}

/** Errors are carried down the catalogue only: what a part consults must be asked by it or above it. */
function checkOrder(questions: readonly Question[]): readonly Problem[] {
  const asked = new Set<string>();
  return questions.flatMap((question) => {
    const calls = question.parts.filter((part) => part.kind === "call");
    for (const part of calls) asked.add(part.export);
    return calls.flatMap((part) =>
      [...listConsulted(part)]
        .filter((name) => !asked.has(name))
        .map((name) =>
          declare(namePlace(question.id, part.id), `consults ${name}, which is asked further down`),
        ),
    );
  });
}

function listConsulted(part: Extract<Part, { kind: "call" }>): ReadonlySet<string> {
  const fixed = {
    integer: (min: number) => min,
    real: (min: number) => min,
    pick: <T>(items: readonly T[]) => items[0] as T,
  };
  const calls = part.cases(fixed).flatMap((one) => Object.values(part.consults?.(one.input) ?? {}));
  return new Set(calls.map((call) => call.export));
}

function findRepeated(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}
