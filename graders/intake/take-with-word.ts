/** Whatever becomes of one submission is said of it alone: the others go on. */
import { blame, UsageError } from "../contract/faults";
import type { FoundSubmission, Submission } from "../contract/submission";
import { escapeName, isOddName } from "./file-name";
import { Refusal } from "./read-source";
import { refuse } from "./remarks";

export async function takeWithWord(
  name: string,
  read: (id: string) => Promise<Submission>,
): Promise<FoundSubmission> {
  const id = escapeName(name);
  try {
    if (isOddName(name)) throw new Refusal(refuse.oddId());
    return await read(name);
  } catch (error) {
    if (error instanceof Refusal) return { kind: "refused", id, refused: error.says };
    if (error instanceof UsageError) throw error;
    return { kind: "unread", id, fault: blame(error).message };
  }
}
