/** Why a call gave no value, in words for the student whose own machine it ran on. */
import { mebibyte } from "../../../reference/byte-sizes";
import type { Translator } from "../../contract/translator";
import { sayMessage } from "../../wording/messages";
import type { Finding } from "./result";
import type { Say } from "./say";

type Stopped = Extract<Finding, { kind: "stopped" }>["outcome"];

export function describeOutcome(outcome: Stopped, translator: Translator, say: Say): string {
  switch (outcome.kind) {
    case "threw":
      return say("threw");
    case "timed-out":
      return say("timedOut", { n: outcome.limitMs / 1000 });
    case "out-of-memory":
      return say("outOfMemory", { n: Math.round(outcome.limitBytes / mebibyte) });
    case "too-large":
      return say("tooLarge");
    case "did-not-answer":
      return say("noAnswer", { because: sayMessage(outcome.because, translator) });
    case "tampering":
      return say("tampering");
  }
}
