/** What an outcome without a value means for the calls after it, and for the submission when it came of loading. Pure. */
import type { EarlierLosses, LoadFailures, Losses, Message } from "../../contract/message";
import type { Outcome } from "../../contract/outcome";

/** How a call ended the program that later calls of the same function would need. */
export function describeLoss(outcome: Outcome): Message<keyof EarlierLosses> {
  switch (outcome.kind) {
    case "timed-out":
      return { code: "call-too-long", seconds: outcome.limitMs / 1000 };
    case "out-of-memory":
      return { code: "call-out-of-memory" };
    case "too-large":
      return { code: "call-over-limit", limit: outcome.limit };
    case "did-not-answer":
      return { code: "call-without-answer", because: outcome.because };
    default:
      return { code: "call-ended-program" };
  }
}

/** Why a submission does not load. */
export function describeFailedLoad(outcome: Outcome): Message<keyof LoadFailures> {
  switch (outcome.kind) {
    case "threw":
      return { code: "load-throws", error: outcome.message };
    case "timed-out":
      return { code: "load-too-long", seconds: outcome.limitMs / 1000 };
    case "out-of-memory":
      return { code: "load-out-of-memory" };
    case "too-large":
      return { code: "load-over-limit", limit: outcome.limit };
    case "tampering":
      return { code: "load-interferes" };
    case "did-not-answer":
      return describeEndedLoad(outcome.because);
    default:
      return { code: "load-ends-program" };
  }
}

function describeEndedLoad(because: Message<keyof Losses>): Message<keyof LoadFailures> {
  switch (because.code) {
    case "program-ended-itself":
    case "program-exited":
    case "program-killed":
      return { code: "load-ends-program" };
    default:
      return { code: "load-fails", because };
  }
}
