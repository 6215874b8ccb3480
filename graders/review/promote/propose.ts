/** What a person accepts for a class, or takes back, on its way from what they typed to the line that is kept. */
import { type Acceptance, type AcceptanceLine, findAccepted } from "../../contract/accepted-option";
import type { Assignment } from "../../contract/assignment";
import { UsageError } from "../../contract/faults";
import { openAssignment } from "../../grade/accepted/class-assignment";
import { openMarkingClass } from "../../grade/marking/marking-class";
import { readAcceptances } from "../../records/accepted-file";
import { choosePromotable, listPromotable, type Promotable } from "./list-promotable";
import { makeAcceptance, makeWithdrawal, type Promotion, type Signed } from "./make-acceptance";

/** As typed: a group to accept, or the id of what is taken back. */
export interface Proposal extends Omit<Promotion, "signature"> {
  readonly key: string | undefined;
  readonly part: string | undefined;
  readonly withdraw: string | undefined;
  /** A preview needs no reason and no name. */
  readonly apply: boolean;
  readonly signature: Signed;
}

/** Null where nothing is asked for. @throws UsageError for an --apply that does not say why, or who */
export async function propose(
  outFolder: string,
  assignment: Assignment,
  { key, part, withdraw, apply, credit, says, signature }: Proposal,
): Promise<AcceptanceLine | null> {
  if (key === undefined && withdraw === undefined) return null;
  if (apply && (signature.by.trim() === "" || signature.why.trim() === ""))
    throw new UsageError("--apply: expected --why with the reason and --by with your initials, for staff");
  const { lines } = await readAcceptances(outFolder);
  if (withdraw !== undefined) return makeWithdrawal(withdraw, signature, lines);
  const own = await openAssignment(assignment, outFolder);
  const chosen = choosePromotable(await openMarkingClass(outFolder), own, { key: key ?? "", part });
  return makeAcceptance(chosen, { credit, says, signature }, lines);
}

/** What stands accepted for this class. */
export async function listAccepted(outFolder: string): Promise<readonly Acceptance[]> {
  return findAccepted((await readAcceptances(outFolder)).lines);
}

/** What could be accepted besides. */
export async function findPromotable(
  outFolder: string,
  assignment: Assignment,
): Promise<readonly Promotable[]> {
  const own = await openAssignment(assignment, outFolder);
  return listPromotable(await openMarkingClass(outFolder), own);
}
