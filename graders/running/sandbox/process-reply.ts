/** What a process says, or how a conversation with it ended. */
import type { Interferences, Message } from "../../contract/message";
import type { ProcessExit } from "./process";

/** What comes over the channel, parsed and nothing more. */
export type WireMessage = Readonly<Record<string, unknown>>;

export type Interference = Message<keyof Interferences>;

/** Everything but "answered" ends the session. */
export type Reply =
  | { readonly kind: "answered"; readonly message: WireMessage }
  | { readonly kind: "timed-out" }
  | { readonly kind: "ended"; readonly exit: ProcessExit }
  | { readonly kind: "flooded" }
  | { readonly kind: "tampered"; readonly because: Interference }
  | { readonly kind: "aborted" };

export const closedOnPurpose: Reply = { kind: "tampered", because: { code: "closed-channel" } };

/** Null for what is no object of JSON. */
export function parseMessage(body: Buffer): WireMessage | null {
  try {
    const parsed: unknown = JSON.parse(body.toString());
    return typeof parsed === "object" && parsed !== null ? (parsed as WireMessage) : null;
  } catch {
    return null;
  }
}

/** For messages to staff. */
export function describeReply(reply: Reply): string {
  switch (reply.kind) {
    case "ended":
      return reply.exit.signal === null ? `exit code ${reply.exit.code}` : `killed by ${reply.exit.signal}`;
    case "tampered":
      return reply.because.code;
    default:
      return reply.kind;
  }
}

/** What becomes of each of several answers. */
export interface Listener {
  /** Milliseconds that the next answer may take; null when no more is wanted, and the process is to end. */
  nextMs(): number | null;
  /** Called for each answer, and once for what ends the session before all have come. */
  receive(reply: Reply, tookMs: number): void;
}
