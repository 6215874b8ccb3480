/** What students handed in, read again from the class: a record holds digests alone. */
import type { Assignment } from "../../contract/assignment";
import type { SubmissionRecord } from "../../contract/record";
import type { Submission } from "../../contract/submission";
import { describeError } from "../../contract/thrown";
import { type ClassPlace, discoverAgain } from "../../grade/class-identity";

export type HandedIn =
  | {
      readonly kind: "read";
      readonly submissions: ReadonlyMap<string, Submission>;
      /** Ids of all others on record: their work is not there, or could never be read. */
      readonly absent: readonly string[];
    }
  /** @property because for staff, with the next step */
  | { readonly kind: "missing"; readonly because: string };

/** Of those on record. @param place null where nobody knows it */
export async function readHandedIn(
  place: ClassPlace | null,
  records: readonly Pick<SubmissionRecord, "submission">[],
  assignment: Assignment,
): Promise<HandedIn> {
  if (place === null)
    return { kind: "missing", because: "the class's folder is not known; name it with --class" };
  const ids = new Set(records.map(({ submission }) => submission.id));
  try {
    const { submissions } = await discoverAgain(place, assignment);
    const read = submissions.flatMap((one) =>
      one.kind === "submission" && ids.has(one.id) ? [[one.id, one] as const] : [],
    );
    const there = new Map(read);
    if (there.size === 0) throw new Error("nothing of what was graded can be read there");
    return { kind: "read", submissions: there, absent: [...ids].filter((id) => !there.has(id)) };
  } catch (error) {
    return { kind: "missing", because: `${place.path}: ${describeError(error)}; name it with --class` };
  }
}
