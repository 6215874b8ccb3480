/** What one call to a student's function came to. */
import type { ExceededLimits, Interferences, Losses, Message } from "./message";
import type { Value } from "./value";

/** What became of one call. Everything here is the submission's doing; our own failures are `GraderFault`s. */
export type Outcome =
  | { readonly kind: "value"; readonly value: Value }
  /** @property isNoFunction what is exported cannot be called at all */
  | { readonly kind: "threw"; readonly message: string; readonly isNoFunction?: true }
  | { readonly kind: "timed-out"; readonly limitMs: number }
  | { readonly kind: "out-of-memory"; readonly limitBytes: number }
  | { readonly kind: "too-large"; readonly limit: Message<keyof ExceededLimits> }
  | { readonly kind: "did-not-answer"; readonly because: Message<keyof Losses> }
  | { readonly kind: "missing-export" }
  | { readonly kind: "tampering"; readonly because: Message<keyof Interferences> };
