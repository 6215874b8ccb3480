/** The samples of all questions as parts that fit into one file: what each exports, with its source as a closed block. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface SamplePart {
  readonly question: string;
  /** Share of the question's points, as its folder is named. */
  readonly points: string;
  readonly imports: readonly string[];
  readonly exports: readonly string[];
  /** The text between its exports, without imports and the word `export`. */
  readonly body: string;
}

const exported = /^export (?:async )?(?:function|const) (\w+)/gm;
const imported = /^import .*;$/gm;

/** @param folder of the questions; one that declares what this reads otherwise (a list of exports) is left out */
export function readSampleParts(folder: string): ReadonlyMap<string, readonly SamplePart[]> {
  const questions = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isDirectory());
  return new Map(
    questions.flatMap(({ name }) => {
      const parts = readParts(name, join(folder, name, "samples"));
      return parts.length === 0 ? [] : [[name, parts] as const];
    }),
  );
}

function readParts(question: string, folder: string): readonly SamplePart[] {
  return listFolders(folder).flatMap((points) =>
    readdirSync(join(folder, points))
      .filter((file) => file.endsWith(".ts"))
      .map((file) => readPart(question, points, readFileSync(join(folder, points, file), "utf8")))
      .filter(({ body }) => !/^(?:import|export)\b/m.test(body)),
  );
}

function listFolders(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function readPart(question: string, points: string, text: string): SamplePart {
  return {
    question,
    points,
    imports: text.match(imported) ?? [],
    exports: [...text.matchAll(exported)].map(([, name = ""]) => name),
    body: text
      .replace(imported, "")
      .replace(/^export /gm, "")
      .trim(),
  };
}
