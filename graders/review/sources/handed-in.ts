/** What students handed in, read again from the class: a record holds digests alone. */
import type { SubmissionRecord } from "../../contract/record";
import type { Submission } from "../../contract/submission";
import { describeError } from "../../contract/thrown";
import { type ClassPlace, discoverAgain } from "../../grade/class-identity";

export type HandedIn =
  | {
      readonly kind: "read";
      readonly submissions: ReadonlyMap<string, Submission>;
      /** Ids of those whose work was graded, and is not there or cannot be read any more. */
      readonly absent: readonly string[];
    }
  /** @property because for staff, with the next step */
  | { readonly kind: "missing"; readonly because: string };

/** Of those who were graded. @param place null where nobody knows it */
export async function readHandedIn(
  place: ClassPlace | null,
  records: readonly Pick<SubmissionRecord, "submission">[],
): Promise<HandedIn> {
  if (place === null)
    return { kind: "missing", because: "the class's folder is not known; name it with --class" };
  const graded = new Map(records.map(({ submission }) => [submission.id, submission.contentDigest]));
  try {
    const { submissions } = await discoverAgain(place);
    const read = submissions.flatMap((one) =>
      one.kind === "submission" && graded.has(one.id) ? [[one.id, one] as const] : [],
    );
    const there = new Map(read);
    const absent = [...graded].flatMap(([id, digest]) => (digest === null || there.has(id) ? [] : [id]));
    if (there.size > 0 || absent.length === 0) return { kind: "read", submissions: there, absent };
    throw new Error("nothing of what was graded is there");
  } catch (error) {
    return { kind: "missing", because: `${place.path}: ${describeError(error)}; name it with --class` };
  }
}
