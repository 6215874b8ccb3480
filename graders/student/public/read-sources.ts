/** Reads what the public half of an assignment is taken from: every question's statement, and the students' types. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Assignment } from "../../contract/assignment";
import { GraderFault } from "../../contract/faults";
import type { PublicSources } from "./public-half";

/** @throws GraderFault naming the file that is missing */
export async function readPublicSources(root: string, { questions }: Assignment): Promise<PublicSources> {
  const [types, ...statements] = await Promise.all([
    readText(join(root, "templates", "handout", "types.ts")),
    ...questions.map(({ id }) => readText(join(root, "graders", "questions", id, "statement.md"))),
  ]);
  return {
    types: types as string,
    statements: new Map(questions.map(({ id }, index) => [id, statements[index] as string])),
  };
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    throw new GraderFault(`${path} cannot be read: ${(error as NodeJS.ErrnoException).code}`);
  }
}
