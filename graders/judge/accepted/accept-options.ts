/** An assignment with what a person accepted for one class besides. Pure. */
import { type Acceptance, type AcceptedOption, nameAcceptedReading } from "../../contract/accepted-option";
import type { Assignment } from "../../contract/assignment";
import type { CallPart, Question, RuleReading } from "../../contract/question";
import { hasShape } from "./has-shape";

/** What is accepted of questions and parts that are gone says nothing. */
export function acceptOptions(assignment: Assignment, accepted: readonly Acceptance[]): Assignment {
  return {
    ...assignment,
    accepted,
    questions: assignment.questions.map((question) =>
      addOptions(
        question,
        accepted.filter((one) => one.question === question.id),
      ),
    ),
  };
}

function addOptions(question: Question, accepted: readonly AcceptedOption[]): Question {
  if (accepted.length === 0) return question;
  const { readings } = question.feedback;
  const words = accepted.map(
    (one) => [`${one.part}/${nameAcceptedReading(one)}`, { says: one.says }] as const,
  );
  return {
    ...question,
    feedback: { ...question.feedback, readings: { ...readings, ...Object.fromEntries(words) } },
    parts: question.parts.map((part) => {
      if (part.kind !== "call") return part;
      const own = accepted.filter((one) => one.part === part.id).map((one) => makeReading(part, one));
      return { ...part, readings: [...part.readings, ...own] };
    }),
  };
}

function makeReading(part: CallPart, option: AcceptedOption): RuleReading<unknown, unknown> {
  return {
    id: nameAcceptedReading(option),
    kind: isOwn(part, option) ? "carried" : "convention",
    credit: option.credit,
    isOfClass: true,
    standsFor: listNames(option),
    by: "rule",
    accepts: (trials) => trials.length > 0 && hasShape(part, option.shape, trials),
  };
}

function listNames({ shape }: AcceptedOption): readonly string[] {
  if (shape.kind === "reading") return [shape.reading];
  return shape.kind === "choices" ? Object.values(shape.picks) : [];
}

/** What takes its numbers from earlier functions is a carried error like others, and carries no further than they do. */
function isOwn({ model, readings }: CallPart, { shape }: AcceptedOption): boolean {
  if (shape.kind === "reading")
    return readings.some(({ id, kind }) => id === shape.reading && kind === "carried");
  if (shape.kind !== "choices") return false;
  return Object.entries(shape.picks).some(
    ([choice, id]) => model?.choices[choice]?.find((one) => one.id === id)?.isOwn === true,
  );
}
