/** Decisions in words, for the person who took them or meets them. Pure. */
import type { GivenPoints, HandMark } from "../../contract/hand-mark";
import { formatPoints } from "../../contract/points";
import type { DeskRequest } from "../../grade/marking/desk-lines";
import { wholeWork } from "../../grade/marking/seen";
import { cleanLine } from "../../report/foreign-text";

/** Title of a group that is about all of a submission. */
export const wholeTitle = "The whole submission";

export function describeStored(
  { question, seen, decisions }: Extract<DeskRequest, { readonly kind: "many" }>,
  isNew: boolean,
  idOf: (submission: string) => string,
): string {
  const isWhole = question === wholeWork;
  const given = decisions.map(
    ({ question: target, gives }) => `${isWhole ? "" : `${target} `}${describeGiven(gives)}`,
  );
  const points = [...new Set(given)];
  const who = seen.size === 1 ? [...seen.keys()].map(idOf).join("") : `${seen.size} students`;
  return cleanLine(
    `${isWhole ? "everything" : question} of ${who}: ${isNew ? points.join(", ") : "it stood so already"}`,
  );
}

/** Of another person, for whom it came first. */
export function describeMark(mark: HandMark, idOf: (submission: string) => string): string {
  return cleanLine(`${idOf(mark.submission)}, ${describeDecided(mark)}`);
}

/** Without whose it is: what several share is the same. */
export function describeDecided({ question, part, by, at, gives, comment }: HandMark): string {
  const target = part === undefined ? question : `${question}/${part}`;
  const said = comment === "" ? "" : `: “${comment}”`;
  return cleanLine(`${target}: ${describeGiven(gives)} by ${by} at ${at}${said}`);
}

function describeGiven(gives: GivenPoints): string {
  switch (gives.kind) {
    case "points":
      return `${formatPoints(gives.points)} points`;
    case "adjustment":
      return `adjusted by ${gives.by}`;
    case "full":
    case "none":
      return `${gives.kind} points`;
  }
}
