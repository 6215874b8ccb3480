/** What the grader and the process that takes hand-ins in say to each other; all of it is plain data. */
import type { Limits } from "../../contract/limits";
import type { Message } from "../../contract/message";
import type { Submission } from "../../contract/submission";
import type { TreeOrigin } from "../../intake/file-tree";
import type { TakeInOptions } from "../../intake/take-in";

export interface ReadingRequest {
  readonly tree: TreeOrigin;
  readonly limits: Limits;
  readonly job:
    | { readonly kind: "take-in"; readonly id: string; readonly options: TakeInOptions }
    | { readonly kind: "code"; readonly path: string };
}

export type ReadingReply =
  /** It is up, and has opened the class: from now on the hand-in's time counts. */
  | { readonly kind: "began" }
  | { readonly kind: "taken"; readonly submission: Submission }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "refused"; readonly says: Message }
  /** Of ours, in words. */
  | { readonly kind: "fault"; readonly fault: string };
