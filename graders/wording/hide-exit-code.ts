/** What students read of a loss: the exit code is left out, since their code chose it while it saw a hidden input. */
import type { EarlierLosses, Losses, Message } from "../contract/message";

export function hideExitCode(loss: Message<keyof Losses>): Message<keyof Losses> {
  switch (loss.code) {
    case "program-exited":
      return { code: "program-ended-itself" };
    case "earlier-call":
      return { ...loss, what: hideOfEarlier(loss.what) };
    default:
      return loss;
  }
}

function hideOfEarlier(what: Message<keyof EarlierLosses>): Message<keyof EarlierLosses> {
  return what.code === "call-without-answer" ? { ...what, because: hideExitCode(what.because) } : what;
}
