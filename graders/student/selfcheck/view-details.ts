/** What stands below a finding: the call, what came, the error with its place, what helps. Pure. */
import type { Translator } from "../../contract/translator";
import { sayMessage } from "../../wording/messages";
import type { PublicQuestion } from "../public/public-assignment";
import { findHelp, type ToldError } from "./help";
import type { Detail } from "./line";
import type { Finding } from "./result";
import type { Say } from "./say";
import { viewPointed, viewPrinted } from "./view-pointed";

/** How things are said, and what they are about. */
export interface Telling {
  readonly translator: Translator;
  readonly say: Say;
  /** Names of all functions that are asked for. */
  readonly asked: ReadonlySet<string>;
}

export function listDetails(
  finding: Finding,
  question: PublicQuestion | undefined,
  telling: Telling,
): readonly Detail[] {
  const { translator, say } = telling;
  const { translate } = translator;
  switch (finding.kind) {
    case "stopped":
      return [{ label: say("called"), text: finding.call }, ...listStop(finding, telling)];
    case "malformed":
      return [
        { label: say("called"), text: finding.call },
        { label: say("came"), text: sayMessage(finding.came, translator) },
        ...viewPrinted(finding.printed, say),
        { label: say("expected"), text: translate(question?.expected ?? "") },
      ];
    case "mismatch":
      return [
        ...finding.calls.flatMap(({ call, came, printed }) => [
          { label: say("called"), text: call },
          { label: say("came"), text: came },
          ...viewPrinted(printed, say),
        ]),
        { label: say("expected"), text: translate(finding.expected) },
      ];
    default:
      return [];
  }
}

function listStop(
  { outcome, at, printed }: Extract<Finding, { kind: "stopped" }>,
  telling: Telling,
): readonly Detail[] {
  const { say } = telling;
  if (outcome.kind !== "threw") return viewPrinted(printed, say);
  const { message } = outcome;
  return [
    { label: say("error"), text: message },
    ...viewPointed(at, say),
    ...viewPrinted(printed, say),
    ...listHelp({ message, at, hasRun: true }, telling),
  ];
}

export function listHelp(error: ToldError, { say, asked }: Telling): readonly Detail[] {
  const help = findHelp(error, asked);
  return help === null ? [] : [{ label: "", text: say(help.sentence, help.values) }];
}
