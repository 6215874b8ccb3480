/** What a person says who accepts a way of answering, or takes it back, as the line that is kept. */
import { randomBytes } from "node:crypto";
import {
  type Acceptance,
  type AcceptanceLine,
  acceptedVersion,
  findAccepted,
  type Withdrawal,
} from "../../contract/accepted-option";
import { UsageError } from "../../contract/faults";
import { comparePoints } from "../../contract/points";
import type { Promotable } from "./list-promotable";

export interface Promotion {
  /** Share of the points. */
  readonly credit: string;
  /** For the student. */
  readonly says: string;
  readonly signature: Signed;
}

/** Who says so, when, and why; for staff. */
export interface Signed {
  readonly by: string;
  readonly why: string;
  readonly at: Date;
}

const creditForm = /^(?:1|0[.]\d{0,3}[1-9])$/;

/** @throws UsageError for a credit that is none, or what is accepted already */
export function makeAcceptance(
  { question, part, shape }: Promotable,
  { credit, says, signature }: Promotion,
  lines: readonly AcceptanceLine[],
): Acceptance {
  if (!creditForm.test(credit))
    throw new UsageError(`--credit: expected a share above 0 and at most 1, such as 0.5, got ${credit}`);
  if (says.trim() === "")
    throw new UsageError(
      '--says: expected a sentence for the student, such as "Right: you count both sides."',
    );
  const same = findAccepted(lines).find(
    (one) => one.question === question && one.part === part && isSame(one.shape, shape),
  );
  if (same !== undefined && comparePoints(same.credit, credit) >= 0)
    throw new UsageError(
      `${question}/${part}: accepted already as ${same.id}, with credit ${same.credit}; take that back first with --withdraw ${same.id}`,
    );
  return { ...sign(signature), kind: "accept", question, part, shape, credit, says: says.trim() };
}

function isSame(a: Promotable["shape"], b: Promotable["shape"]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** @throws UsageError for what is not accepted */
export function makeWithdrawal(id: string, signature: Signed, lines: readonly AcceptanceLine[]): Withdrawal {
  const standing = findAccepted(lines);
  if (!standing.some((one) => one.id === id))
    throw new UsageError(
      `--withdraw: expected one of ${standing.map((one) => one.id).join(", ") || "none, since nothing is accepted"}, got ${id}`,
    );
  return { ...sign(signature), kind: "withdraw", withdraws: id };
}

function sign({ by, why, at }: Signed) {
  const id = randomBytes(4).toString("hex");
  return {
    schemaVersion: acceptedVersion,
    id,
    by: by.trim(),
    at: at.toISOString(),
    why: why.trim(),
  } as const;
}
