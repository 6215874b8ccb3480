/** Does everything that judging can find have its sentences? */
import type { Assignment } from "../contract/assignment";
import { findSentences } from "../contract/find-sentences";
import { comparePoints } from "../contract/points";
import type { Part, Question } from "../contract/question";
import { namePlace, type Problem } from "./problem";

/** A reading as far as its sentences go: every one needs `says`, one that loses points as a slip needs a hint. */
interface Said {
  readonly id: string;
  readonly needsHint: boolean;
}

export function checkSentences({ questions }: Assignment): readonly Problem[] {
  return questions.flatMap((question) => [
    ...checkGeneral(question),
    ...question.parts.flatMap((part) => checkPart(question, part)),
    ...findOrphans(question),
  ]);
}

function complain(place: string, says: string): Problem {
  return { check: "sentences", place, says };
}

function checkGeneral({ id, feedback, publicChecks, parts }: Question): readonly Problem[] {
  const texts = { title: feedback.title, unexplained: feedback.unexplained, expected: feedback.expected };
  return [
    ...Object.entries(texts)
      .filter(([, text]) => !isSaid(text))
      .map(([name]) => complain(id, `feedback has no "${name}"`)),
    ...Object.entries(feedback.parts ?? {})
      .filter(([part, { unexplained }]) => !isSaid(unexplained) || parts.every((one) => one.id !== part))
      .map(([part]) => complain(id, `the feedback of "${part}" says nothing, or there is no such part`)),
    ...publicChecks
      .filter((one) => !isSaid(one.says))
      .map((one) => complain(id, `public check ${one.id} says nothing`)),
  ];
}

function checkPart(question: Question, part: Part): readonly Problem[] {
  const place = namePlace(question.id, part.id);
  return listSaid(part).flatMap(({ id, needsHint }) => {
    const sentences = findSentences(question.feedback, part.id, id);
    if (sentences === undefined) return [complain(place, `reading ${id} has no sentences`)];
    return [
      ...(isSaid(sentences.says) ? [] : [complain(place, `reading ${id} says nothing`)]),
      ...(needsHint && !isSaid(sentences.hint) ? [complain(place, `misconception ${id} has no hint`)] : []),
    ];
  });
}

function listSaid(part: Part): readonly Said[] {
  return part.kind === "text"
    ? part.readings.map(({ id, credit }) => ({ id, needsHint: comparePoints(credit, "1") < 0 }))
    : part.readings.map(({ id, kind }) => ({ id, needsHint: kind === "misconception" }));
}

/** Sentences whose reading was renamed or removed. */
function findOrphans({ id, parts, feedback }: Question): readonly Problem[] {
  const known = new Set(
    parts.flatMap((part) => part.readings.flatMap((reading) => [reading.id, `${part.id}/${reading.id}`])),
  );
  return Object.keys(feedback.readings)
    .filter((key) => !known.has(key))
    .map((key) => complain(id, `the feedback speaks of "${key}", and no reading is called that`));
}

/** Something is said, and nothing that a template or a plan left behind. */
function isSaid(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== "" && !leftBehind.test(text);
}

/** A hole of a template, an object or nothing put into one, and the word that marks an unwritten one. */
const leftBehind = /\$\{|\[object|\bTODO\b|\bundefined\b/;
