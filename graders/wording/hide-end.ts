/** What students read of a loss: not how a program ended itself, since their code chose that while it saw a hidden input. */
import type { EarlierLosses, Losses, Message } from "../contract/message";

export function hideEnd(loss: Message<keyof Losses>): Message<keyof Losses> {
  switch (loss.code) {
    case "program-exited":
    case "program-killed":
      return { code: "program-ended-itself" };
    case "earlier-call":
      return { ...loss, what: hideOfEarlier(loss.what) };
    default:
      return loss;
  }
}

function hideOfEarlier(what: Message<keyof EarlierLosses>): Message<keyof EarlierLosses> {
  return what.code === "call-without-answer" ? { ...what, because: hideEnd(what.because) } : what;
}
