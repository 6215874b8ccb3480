/** Whose a submission is, in words for staff. Pure. */
import type { RosterMatch } from "../../contract/roster";
import { cleanLine } from "../../report/foreign-text";
import { nameMember } from "../queue/groups";

/** How a page names submissions. */
export interface Naming {
  /** Names of the students; empty where nobody knows them, or nobody is to. */
  nameOf(submission: string): string;
  /** Stands for the submission everywhere: its id, or a sign that does not tell whose it is. */
  idOf(submission: string): string;
}

/** A team's submission has all their names. */
export function nameStudents(roster: RosterMatch | undefined): Naming {
  const names = new Map<string, string>();
  for (const { submissionId, student } of roster?.matched ?? []) {
    const before = names.get(submissionId);
    names.set(submissionId, before === undefined ? student.name : `${before}, ${student.name}`);
  }
  return { nameOf: (id) => cleanLine(names.get(id) ?? ""), idOf: (id) => cleanLine(id) };
}

/** The same sign on every page, so that one can come back to an answer. */
export const blindNaming: Naming = { nameOf: () => "", idOf: (id) => `answer ${nameMember(id).slice(0, 6)}` };

/** The name where there is one. */
export function nameShortly({ nameOf, idOf }: Naming, submission: string): string {
  return nameOf(submission) || idOf(submission);
}
