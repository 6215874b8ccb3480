/**
 * For tests: the toy assignment with a judge that some answers stop: 7001 for ever, 7002 until its memory is used
 * up, and 7003 once it has answered. So does an explanation that says "stuck", in the same way.
 */
import { type Count, isSameCount } from "../contract/answers";
import type { Assignment } from "../contract/assignment";
import { areaQuestion, changeArea } from "./toy-assignment";

function think(answer: Count): void {
  if (answer === 7003) setTimeout(() => process.exit(), 100);
  const kept: unknown[] = [];
  for (let at = 0; answer === 7001 || answer === 7002; at++) {
    if (answer === 7002) kept.push(new Array(100_000).fill(at + 0.5));
  }
}

export const assignment: Assignment = {
  id: "stuck",
  title: "Stuck",
  questions: [
    changeArea({
      readings: [
        {
          id: "read",
          kind: "misconception",
          credit: "0.5",
          by: "value",
          answer: (_, earlier) => {
            if (earlier.explanation("area").includes("stuck")) think(7001);
            return undefined;
          },
        },
        {
          id: "product",
          kind: "reference",
          credit: "1",
          by: "rule",
          accepts: (trials) =>
            trials.every(({ input, answer }) => {
              think(answer);
              return isSameCount(answer, input.rows * input.columns);
            }),
        },
      ],
      // One case is enough to be stuck at.
      cases: () => [{ id: "only", source: "edge", why: "small", input: { rows: 3, columns: 5 } }],
    }),
  ].map((question) => ({ ...question, feedback: areaQuestion.feedback })),
};
