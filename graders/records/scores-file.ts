/** Writes and reads `scores.json`, checked against its schema both ways. */

import schema from "../contract/schemas/scores.schema.json";
import { compileKept } from "../validators/kept-validators";
import { checkOwn, readDocument } from "./document-file";
import type { ScoreDocument } from "./scores-document";
import { writeTextPieces } from "./text-file";

const scoresSchema = compileKept<ScoreDocument>(schema);

/** @throws GraderFault when the document does not fit its schema: we made it, so we are wrong; WriteFault */
export async function writeScores(path: string, scores: ScoreDocument): Promise<void> {
  for (const part of cutScores(scores)) checkOwn(scoresSchema, part, path);
  await writeTextPieces(path, formatScores(scores));
}

/** A submission at a time: of a class of thousands the document is larger than all else. */
function* cutScores({ submissions, ...rest }: ScoreDocument): Iterable<ScoreDocument> {
  yield { ...rest, submissions: [] };
  for (const one of submissions) yield { ...rest, submissions: [one] };
}

/** As `JSON.stringify(scores, null, 2)`, but never as a whole. */
function* formatScores({ submissions, ...rest }: ScoreDocument): Iterable<string> {
  const around = JSON.stringify({ ...rest, submissions: [] }, null, 2);
  const at = around.lastIndexOf("[]");
  yield around.slice(0, at + 1);
  let isFirst = true;
  for (const one of submissions) {
    yield `${isFirst ? "" : ","}\n    ${JSON.stringify(one, null, 2).replaceAll("\n", "\n    ")}`;
    isFirst = false;
  }
  yield `${isFirst ? "" : "\n  "}${around.slice(at + 1)}\n`;
}

/** @throws UsageError naming the file and what is wrong with it */
export async function readScores(path: string): Promise<ScoreDocument> {
  return readDocument(scoresSchema, path, "a score document");
}
