/** `staff/review.json`: comments and rubric items of people, which grow while they mark. */
import { join } from "node:path";
import {
  type ReviewComment,
  type ReviewDocument,
  type ReviewItem,
  reviewVersion,
} from "../../contract/review-items";
import schema from "../../contract/schemas/review.schema.json";
import { compileKept } from "../../validators/kept-validators";
import { readDocumentIfThere, writeDocument } from "../document-file";
import { outputFiles } from "../output-files";

const reviewSchema = compileKept<ReviewDocument>(schema);
const nothing: ReviewDocument = { schemaVersion: reviewVersion, comments: [], items: [] };

/** Nothing where nobody has marked yet. @throws UsageError for a file that is none, which somebody may have edited */
export async function readReview(outFolder: string): Promise<ReviewDocument> {
  const path = join(outFolder, outputFiles.review.path);
  return (await readDocumentIfThere(reviewSchema, path, "comments and rubric items")) ?? nothing;
}

export interface ReviewWords {
  readonly comments?: readonly ReviewComment[];
  readonly items?: readonly ReviewItem[];
}

/**
 * Adds what is not there yet; the file is replaced whole. Whoever calls it is alone in the folder.
 *
 * @throws UsageError as {@link readReview}; GraderFault for what does not fit the schema; WriteFault
 */
export async function addToReview(
  outFolder: string,
  { comments = [], items = [] }: ReviewWords,
): Promise<void> {
  const path = join(outFolder, outputFiles.review.path);
  const before = await readReview(outFolder);
  const after = {
    ...before,
    comments: addNew(before.comments, comments),
    items: addNew(before.items, items),
  };
  if (after.comments.length === before.comments.length && after.items.length === before.items.length) return;
  await writeDocument(reviewSchema, path, after);
}

function addNew<Words extends ReviewComment>(before: readonly Words[], added: readonly Words[]): Words[] {
  const known = new Set(before.map(nameWords));
  const fresh = new Map(added.map((one) => [nameWords(one), one]));
  return [...before, ...[...fresh].flatMap(([name, one]) => (known.has(name) ? [] : [one]))];
}

function nameWords({ question, text, part, credit }: ReviewComment & Partial<ReviewItem>): string {
  return JSON.stringify([question, part ?? null, text, credit ?? null]);
}
