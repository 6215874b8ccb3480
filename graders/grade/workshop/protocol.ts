/** What the grader, the process of its workshop, and the threads in there say to each other; all of it is plain data. */
import { deserialize, serialize } from "node:v8";
import type { Acceptance } from "../../contract/accepted-option";
import type { PageStyle } from "../../report/report";
import type { RunToJudge, Written } from "../judge-run";
import type { CarriedPage, CarriedStudentPage } from "./carry-page";
import type { Carried } from "./carry-values";

/** What a thread is started with, before the class is known. */
export interface ThreadStart {
  /** Absolute path of a module that exports `assignment`. */
  readonly assignmentModule: string;
  /** Of its JavaScript heap; past it the thread ends, and only the thread. */
  readonly heapBytes: number;
}

/** From what a thread makes its rubric and its pages: the same as the grader's own. */
export interface ThreadData {
  /** There will be something to judge, so that what wrong answers would be is worked out at once. */
  readonly willJudge?: boolean;
  /** What a person accepted for the class besides. */
  readonly accepted?: readonly Acceptance[];
  readonly seed: string;
  readonly templatesFolder: string;
  readonly style: PageStyle;
  /** BCP 47 tag of one of the languages in `wording/`. */
  readonly language: string;
}

export type Request =
  | { readonly job: "judge"; readonly asks: Carried<RunToJudge> }
  | { readonly job: "read"; readonly asks: Carried<Written> }
  | { readonly job: "studentPage"; readonly asks: CarriedStudentPage }
  | { readonly job: "classPage"; readonly asks: CarriedPage };

/** What a job is asked or gives, as bytes that whoever passes them on does not read. Null prototypes and classes are lost. */
export type Sealed<T> = Uint8Array & { readonly of?: T };

export const seal = <T>(value: T): Sealed<T> => serialize(value);
export const unseal = <T>(sealed: Sealed<T>): T => deserialize(sealed);

/** The first message opens the thread. */
export type ThreadRequest =
  | { readonly kind: "open"; readonly data: ThreadData }
  | { readonly kind: "job"; readonly request: Sealed<Request> };

export type ThreadMessage =
  | { readonly kind: "ready" }
  | { readonly kind: "done"; readonly gives: Sealed<unknown> }
  /** A fault of ours, in words. */
  | { readonly kind: "fault"; readonly fault: string }
  /** One of an instructor's template. */
  | { readonly kind: "mistake"; readonly fault: string };

/** What became of a job. */
export type Reply =
  | Exclude<ThreadMessage, { kind: "ready" }>
  | { readonly kind: "timed-out" }
  | { readonly kind: "out-of-memory" }
  | { readonly kind: "ended"; readonly because: string };

export interface PoolSetup extends ThreadStart {
  readonly data: ThreadData;
  /** Threads at once, at least 2: one may be stuck. */
  readonly most: number;
}

export type HostRequest =
  /** The first one, as soon as it is known that there will be a class. */
  | { readonly kind: "start"; readonly start: ThreadStart }
  | { readonly kind: "open"; readonly setup: PoolSetup }
  | {
      readonly kind: "job";
      readonly id: number;
      readonly request: Sealed<Request>;
      readonly limitMs: number;
    };

export interface HostReply {
  readonly id: number;
  readonly reply: Reply;
}
