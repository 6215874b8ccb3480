/** Reads the samples and statements of an assignment's questions; runs the samples' top-level code in this process. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Assignment } from "../contract/assignment";
import { GraderFault } from "../contract/faults";
import type { Material, QuestionMaterial, Sample, Solution } from "./material";
import { referenceEntry } from "./reference-submission";

/** @param root the repository */
export function loadMaterial(root: string, assignment: Assignment): Material {
  const submission = (name: string): Solution => {
    const path = join(root, "submissions", name);
    return { ...loadSolution(join(path, "submission.ts"), name), path };
  };
  return {
    reference: loadSolution(join(root, referenceEntry), "reference"),
    fullMarks: submission("sample-full-marks"),
    starter: submission("sample-starter"),
    others: ["sample-other-conventions", "sample-popular-mistakes", "sample-notebook-student"].map(
      submission,
    ),
    questions: new Map(
      assignment.questions.map(({ id }) => [
        id,
        loadQuestionMaterial(join(root, "graders", "questions", id), id),
      ]),
    ),
  };
}

function loadQuestionMaterial(folder: string, id: string): QuestionMaterial {
  const statement = join(folder, "statement.md");
  return {
    statement: existsSync(statement) ? readFileSync(statement, "utf8") : undefined,
    samples: loadSamples(join(folder, "samples"), id),
  };
}

/** `<points>/<name>.ts`, in order of points and name. */
function loadSamples(folder: string, questionId: string): readonly Sample[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .flatMap((points) =>
      readdirSync(join(folder, points))
        .sort()
        .map((file) => {
          const path = join(folder, points, file);
          return { ...loadSolution(path, `${questionId}/${points}/${basename(file, ".ts")}`), points };
        }),
    );
}

function loadSolution(path: string, name: string): Solution {
  try {
    const { explanations = {}, ...implementation } = require(path) as Record<string, unknown>;
    return { name, path, implementation, explanations: explanations as Solution["explanations"] };
  } catch (error) {
    const why = error instanceof Error ? error.message.split("\n")[0] : String(error);
    throw new GraderFault(`sample ${name}: expected a module that loads, got: ${why}`);
  }
}
