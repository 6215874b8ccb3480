/** What trying an expression came to, as lines to read. Pure. */
import { sayMessage } from "../../wording/messages";
import { describeOutcome } from "./describe-outcome";
import type { Line } from "./line";
import { showWhole } from "./show-call";
import type { Tried } from "./try-expression";
import { listHelp, type Telling } from "./view-details";
import { viewPointed } from "./view-pointed";

export interface ShownTrial {
  /** What was printed, line by line. */
  readonly printed: readonly string[];
  /** The value as a student would type it; null where there is none. */
  readonly value: string | null;
  /** Why there is none. */
  readonly lines: readonly Line[];
}

export function viewTried(tried: Tried, telling: Telling): ShownTrial {
  const printed = tried.printed === "" ? [] : tried.printed.replace(/\n$/, "").split("\n");
  if (tried.kind === "tried" && tried.outcome.kind === "value")
    return { printed, value: showWhole(tried.outcome.value), lines: [] };
  return { printed, value: null, lines: [viewStop(tried, telling)] };
}

function viewStop(tried: Tried, telling: Telling): Line {
  const { translator, say } = telling;
  const { at } = tried;
  if (tried.kind !== "tried") {
    const text = say(tried.kind === "broken" ? "trialBroken" : "noExpression");
    const complaint = "complaint" in tried.says ? tried.says.complaint : "";
    const error = "error" in tried.says ? tried.says.error : complaint;
    const told = error === "" ? sayMessage(tried.says, translator) : error;
    const hasRun = tried.says.code === "load-throws";
    return line(text, [
      { label: say("error"), text: told },
      ...viewPointed(at, say),
      ...listHelp({ message: error, at, hasRun }, telling),
    ]);
  }
  const { outcome } = tried;
  if (outcome.kind === "threw")
    return line(outcome.message, [
      ...viewPointed(at, say),
      ...listHelp({ message: outcome.message, at, hasRun: true }, telling),
    ]);
  // The expression is exported by us: only an entry that replaces its exports afterwards loses it.
  if (outcome.kind === "value" || outcome.kind === "missing-export") return line(say("trialLost"), []);
  return line(describeOutcome(outcome, translator, say), []);
}

function line(text: string, details: Line["details"]): Line {
  return { tone: "wrong", label: "", text, details };
}
