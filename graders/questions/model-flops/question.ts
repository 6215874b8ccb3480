/** Task 5, arithmetic intensity: the FLOP of PReLU + Linear on a given input. */
import { type Count, isSameCount, readCount } from "../../contract/answers";
import type { CallPart, Question } from "../../contract/question";
import { feedback } from "./feedback";
import { listCases, type ModelInput, mixedRow } from "./inputs";
import { publicChecks } from "./public-checks";
import { readings } from "./readings";

/** Exact; an expectation that ends in a half may be rounded either way. */
function isSameFlops(expected: Count, came: Count): boolean {
  const isHalf = typeof expected === "number" && expected % 1 !== 0;
  return isHalf ? Math.abs(Number(came) - expected) <= 0.5 : isSameCount(expected, came);
}

const part: CallPart<ModelInput, Count> = {
  kind: "call",
  id: "model-flops",
  points: "1",
  export: "modelFlops",
  cases: listCases,
  args: ({ x, model }) => [x, model],
  consults: ({ x }) => ({
    preluFlops: { export: "preluFlops", args: [x] },
    preluOfMixed: { export: "preluFlops", args: [mixedRow] },
  }),
  read: readCount,
  isSame: isSameFlops,
  readings,
};

export const question: Question = { id: "model-flops", points: "1", parts: [part], feedback, publicChecks };
