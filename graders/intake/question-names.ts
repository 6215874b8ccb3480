/** The names under which a student may write about a question. Pure. */
import type { Assignment } from "../contract/assignment";
import type { Question } from "../contract/question";

export interface QuestionNames {
  readonly id: string;
  /** Title and other names, as headings may write them; the id need not be among them. */
  readonly names: readonly string[];
  /** Functions it asks for. */
  readonly exports: readonly string[];
  /** Its number in the assignment: "2a". Several questions may share one; then it names none of them. */
  readonly task?: string;
  /** Texts that the starter's comments hold: nobody's own words. */
  readonly handedOut: readonly string[];
}

/** What the names of a question are made of: known of every question, also to students. */
export interface NamedParts {
  readonly id: string;
  readonly title: string;
  /** What it is called in other languages. */
  readonly otherTitles?: readonly string[];
  readonly isBonus: boolean;
  readonly exports: readonly string[];
  /** What the functions return, in words. */
  readonly expected: string;
}

/** @param tasks number in the assignment by question id, where it has one */
export function nameQuestions(
  questions: readonly NamedParts[],
  tasks: Readonly<Record<string, string>> = {},
): readonly QuestionNames[] {
  return questions.map(({ id, title, otherTitles = [], isBonus, exports, expected }) => {
    const task = tasks[id];
    return {
      id,
      // Where there are several, "Bonus" names none of them.
      names: [title, ...otherTitles, ...(isBonus ? ["Bonus"] : [])],
      exports,
      ...(task === undefined ? {} : { task }),
      handedOut: [expected],
    };
  });
}

/** The names of a whole assignment's questions. @param listOther what a title is in other languages */
export const nameAssignment = (
  { questions, tasks }: Pick<Assignment, "questions" | "tasks">,
  listOther: (title: string) => readonly string[],
) =>
  nameQuestions(
    listNamedParts(questions).map((one) => ({ ...one, otherTitles: listOther(one.title) })),
    tasks,
  );

export function listNamedParts(questions: readonly Question[]): readonly NamedParts[] {
  return questions.map(({ id, isBonus, parts, feedback }) => ({
    id,
    title: feedback.title,
    isBonus: isBonus === true,
    exports: parts.flatMap((part) => (part.kind === "call" ? [part.export] : [])),
    expected: feedback.expected,
  }));
}
