/** For tests: a question's sample submissions, judged in this process, beside the points their folder promises. */
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import type { Question } from "../contract/question";
import { type Implementation, judgeImplementation, nameFinding } from "./judge-implementation";

export interface JudgedSample {
  readonly path: string;
  /** The file's: a reading's id, or what the sample does. */
  readonly name: string;
  /** The name of its folder. */
  readonly expectedPoints: string;
  readonly points: string | undefined;
  /** One per part, as `nameFinding` has it; none when the question could not be graded. */
  readonly findings: readonly string[];
}

/**
 * @param questions the sample's question last; the ones before it are there to be carried forward
 * @param folder the question's `samples` folder
 */
export function judgeSamples(questions: readonly Question[], folder: string): readonly JudgedSample[] {
  return listSamples(folder).map(({ expectedPoints, path }) => {
    const { explanations, ...functions } = require(join(folder, path)) as {
      readonly explanations?: Readonly<Record<string, string>>;
    } & Implementation;
    const verdict = judgeImplementation(questions, functions, explanations ? { explanations } : {}).at(-1);
    const graded = verdict === undefined || verdict.status === "not_graded" ? undefined : verdict;
    return {
      path,
      name: basename(path, ".ts"),
      expectedPoints,
      points: graded?.points,
      findings: graded?.parts.map(nameFinding) ?? [],
    };
  });
}

function listSamples(folder: string) {
  return readdirSync(folder)
    .sort()
    .flatMap((points) =>
      readdirSync(join(folder, points))
        .sort()
        .map((file) => ({ expectedPoints: points, path: join(points, file) })),
    );
}
