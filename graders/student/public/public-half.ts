/** Takes the public half out of an assignment: titles, signatures, forms and public checks, and nothing else. */

import type { Assignment } from "../../contract/assignment";
import type { Question } from "../../contract/question";
import type { ShownNumbers, Shows } from "../../contract/shown";
import { listOtherTitles } from "../../report/other-titles";
import type { PublicAssignment, PublicQuestion, Signature } from "./public-assignment";
import { readInterfaces, readSignatures } from "./signatures";

export interface PublicSources {
  /** Text of each question's statement.md, by question id. */
  readonly statements: ReadonlyMap<string, string>;
  /** Text of the types that signatures name. */
  readonly types: string;
}

/**
 * Field by field, so that what a question may gain later is not public by accident.
 *
 * @throws GraderFault when a statement does not state the signature of an export exactly once
 */
export function takePublicHalf(
  assignment: Assignment,
  { statements, types }: PublicSources,
): PublicAssignment {
  const named = readInterfaces(types);
  const asked = new Set<string>();
  const questions = assignment.questions.map((question) => {
    // A question may ask for a function again that an earlier statement states.
    const exports = listExports(question).filter((name) => !asked.has(name));
    for (const name of exports) asked.add(name);
    return describeQuestion(question, readSignatures(statements.get(question.id) ?? "", exports, named));
  });
  const { id, title, tasks } = assignment;
  return { id, title, questions, ...(tasks === undefined ? {} : { tasks }) };
}

function describeQuestion(question: Question, signatures: readonly Signature[]): PublicQuestion {
  const shows = pickDrawn(question.shows);
  return {
    id: question.id,
    points: question.points,
    isBonus: question.isBonus === true,
    title: question.feedback.title,
    otherTitles: listOtherTitles(question.feedback.title),
    expected: question.feedback.expected,
    signatures,
    asksForText: question.asksToExplain === true || question.parts.some((part) => part.kind === "text"),
    checks: question.publicChecks,
    ...(Object.keys(shows).length === 0 ? {} : { shows }),
  };
}

/** A question that has some of them keeps them in its `public/shows.ts`, which travels. */
const drawn: readonly (keyof ShownNumbers)[] = ["intensity", "fusedIntensity", "chart"];

function pickDrawn(shows: Shows = {}): Shows {
  return Object.fromEntries(drawn.flatMap((name) => (shows[name] ? [[name, shows[name]]] : [])));
}

/** Every function a question asks for, once, in the order of its parts. */
function listExports({ parts }: Question): readonly string[] {
  return [...new Set(parts.flatMap((part) => (part.kind === "call" ? [part.export] : [])))];
}
