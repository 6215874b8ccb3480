/** Which questions count otherwise for a class that was graded in parts. */
import { UsageError } from "../../contract/faults";
import type { QuestionWeight } from "../../contract/question-weight";
import { readSaidWeights, readWeights } from "../../records/weights/weights-file";

export interface MergedWeights {
  readonly weights: readonly QuestionWeight[];
  /** For a person: where what was said of the whole is not what was said of its parts. */
  readonly notices: readonly string[];
}

/**
 * What was once said of the whole stands, be it that all questions count as they are; else what was said of all parts.
 *
 * @throws UsageError naming the first two parts of which something else was said
 */
export async function mergeWeights(
  outputs: readonly { readonly folder: string }[],
  outFolder: string,
): Promise<MergedWeights> {
  const own = await readSaidWeights(outFolder);
  const ofParts: { readonly folder: string; readonly weights: readonly QuestionWeight[] }[] = [];
  for (const { folder } of outputs) ofParts.push({ folder, weights: await readWeights(folder) });
  const [first = { folder: outFolder, weights: [] }] = ofParts;
  const { folder, weights } = own === undefined ? first : { folder: outFolder, weights: own };
  const other = ofParts.find((one) => describe(one.weights) !== describe(weights));
  if (other === undefined) return { weights, notices: [] };
  const differs = `${other.folder}: counts other questions otherwise than ${folder} (${describe(other.weights)}, not ${describe(weights)})`;
  if (own === undefined)
    throw new UsageError(`${differs}; npm run report -- <part> --config <file> says the same of each`);
  return { weights, notices: [`${differs}; what was said of the whole stands`] };
}

function describe(weights: readonly QuestionWeight[]): string {
  const said = weights.map(
    ({ question, factor, why }) => `${question} times ${factor}: ${JSON.stringify(why)}`,
  );
  return said.length === 0 ? "none" : said.sort().join(", ");
}
