/** For tests: a small assignment of four questions. */
import type { Assignment } from "../contract/assignment";
import type { CallPart, Question } from "../contract/question";

function makePart(id: string, points: string): CallPart {
  return {
    kind: "call",
    id,
    points,
    export: id === "macs" || id === "flops" ? "countOperations" : id,
    cases: () => [],
    args: () => [],
    read: () => ({ ok: false, came: { code: "returned-nothing" } }),
    isSame: () => false,
    readings: [
      { id: "exact", kind: "reference", credit: "1", by: "value", answer: () => 1 },
      { id: "rounded", kind: "convention", credit: "1", by: "value", answer: () => 2 },
      { id: "follows", kind: "carried", credit: "1", by: "value", answer: () => 3 },
      { id: "twice", kind: "misconception", credit: "0.25", by: "value", answer: () => 4 },
    ],
  };
}

function makeQuestion(id: string, title: string, points: string, parts = [makePart(id, points)]): Question {
  return {
    id,
    points,
    parts,
    feedback: {
      title,
      expected: "a whole number",
      unexplained: "The numbers do not follow from the layers. Start with `kernel * kernel` for one pixel.",
      readings: {
        exact: { says: "This is right." },
        rounded: { says: "You rounded up: `Math.ceil`." },
        follows: { says: "You used your own padding." },
        twice: {
          says: "You counted every multiply-add twice.",
          hint: "How many operations is one multiply-add?",
        },
        unused: { says: "an unused reading" },
      },
    },
    publicChecks: [],
  };
}

export const sampleAssignment: Assignment = {
  id: "sample-assignment",
  title: "Sample assignment: counting & timing",
  questions: [
    makeQuestion("padding", "Padding of a convolution", "1"),
    makeQuestion("standard-conv", "Standard convolution", "2", [
      makePart("macs", "1"),
      makePart("flops", "1"),
    ]),
    makeQuestion("softmax", "Softmax", "2"),
    { ...makeQuestion("fused", "Fused kernels", "2"), isBonus: true },
  ],
};
