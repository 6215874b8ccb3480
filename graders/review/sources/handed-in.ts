/** What students handed in, read again from the class: a record holds digests alone. */
import { parseLimits } from "../../contract/limits";
import type { Submission } from "../../contract/submission";
import { describeError } from "../../contract/thrown";
import { discoverSubmissions } from "../../intake/discover";

export type HandedIn =
  | { readonly kind: "read"; readonly submissions: ReadonlyMap<string, Submission> }
  /** @property because for staff, with the next step */
  | { readonly kind: "missing"; readonly because: string };

/** @param path null where nobody knows it */
export async function readHandedIn(path: string | null): Promise<HandedIn> {
  if (path === null)
    return { kind: "missing", because: "the class's folder is not known; name it with --class" };
  try {
    const { submissions } = await discoverSubmissions(path, parseLimits(), { as: "class" });
    const read = submissions.flatMap((one) => (one.kind === "submission" ? [[one.id, one] as const] : []));
    return { kind: "read", submissions: new Map(read) };
  } catch (error) {
    return { kind: "missing", because: `${path}: ${describeError(error)}; name it with --class` };
  }
}
