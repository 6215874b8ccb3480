/** What an assignment asks for. Pure. */
import type { PublicAssignment } from "../public/public-assignment";

/** Names of all functions that are asked for. */
export function listAsked({ questions }: PublicAssignment): ReadonlySet<string> {
  return new Set(questions.flatMap((one) => one.signatures.map(({ name }) => name)));
}
