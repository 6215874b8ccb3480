/** Groups of equal answers that could become an accepted option of the class. Pure. */

import type { AnswerShape } from "../../contract/accepted-option";
import type { Assignment } from "../../contract/assignment";
import { UsageError } from "../../contract/faults";
import { listPartVerdicts } from "../../contract/recorded-question";
import type { MarkingClass } from "../../grade/marking/marking-class";
import type { DeskGroup } from "../queue/desk-group";
import { listBehaviours } from "../queue/groups";
import { findShape } from "./find-shape";

export interface Promotable {
  /** Of the group at the desk. */
  readonly key: string;
  readonly question: string;
  readonly part: string;
  readonly shape: AnswerShape;
  /** Ids of submissions. */
  readonly submissions: readonly string[];
}

/** One for each part of each group, the largest group first. */
export function listPromotable(marking: MarkingClass, assignment: Assignment): readonly Promotable[] {
  return listBehaviours(marking, assignment)
    .flatMap((group) => listParts(group, assignment))
    .sort((a, b) => b.submissions.length - a.submissions.length);
}

export function listParts(
  { behaviour: key, question, members }: DeskGroup,
  { questions }: Assignment,
): readonly Promotable[] {
  const [{ question: recorded }] = members;
  const asked = questions.find(({ id }) => id === question);
  const submissions = members.map(({ record }) => record.submission.id);
  return listPartVerdicts(recorded).flatMap((verdict) => {
    const part = asked?.parts.find(({ id }) => id === verdict.id);
    const shape = part?.kind === "call" ? findShape(verdict, part) : null;
    return shape === null ? [] : [{ key, question, part: verdict.id, shape, submissions }];
  });
}

/** @param key its beginning is enough where no other group's begins so @throws UsageError naming what there is */
export function choosePromotable(
  marking: MarkingClass,
  assignment: Assignment,
  { key, part }: { readonly key: string; readonly part: string | undefined },
): Promotable {
  const groups = listBehaviours(marking, assignment).filter((one) => one.key.startsWith(key));
  const [group, another] = groups;
  if (group === undefined)
    throw new UsageError(
      `${key}: no group of this class begins so; the desk shows each group's, and so does this command without one`,
    );
  if (another !== undefined)
    throw new UsageError(`${key}: ${groups.length} groups begin so; type more of it, such as ${group.key}`);
  const parts = listParts(group, assignment).filter((one) => part === undefined || one.part === part);
  const [chosen, other] = parts;
  if (chosen === undefined) throw new UsageError(describeLack(group, part));
  if (other !== undefined)
    throw new UsageError(
      `${key}: these answers could be accepted in several parts; choose one with --part: ${parts.map((one) => one.part).join(", ")}`,
    );
  return chosen;
}

function describeLack({ key, question }: DeskGroup, part: string | undefined): string {
  const where = part === undefined ? question : `${question}/${part}`;
  return `${key}: nothing of ${where} can be accepted: it earns everything, or nothing is known of these answers that holds for every case (a formula, options); decide about them by hand`;
}
