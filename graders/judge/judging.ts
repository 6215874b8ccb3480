/** A part while it is judged: what judging goes by, and what it has come to. */
import type { CallPart } from "../contract/question";
import type { PartFinding } from "../contract/verdict";
import type { Asked } from "./asked";
import type { Base } from "./carry";
import type { PlannedCase } from "./plan";
import type { AnyReading } from "./readings";

export interface JudgedUpon {
  /** Left out where nothing explains the answers: what else can be seen in them takes time, and is seen once. */
  readonly finding: PartFinding | undefined;
  readonly judging: Judging;
  readonly asked: readonly Asked[];
}

/** A part with what judging goes by. */
export interface Judging {
  readonly part: CallPart;
  /** All of the part, and one list as long as the batch lasts: what is known of them is kept by it. */
  readonly cases: readonly PlannedCase[];
  /** In the order in which they are tried. */
  readonly readings: readonly AnyReading[];
  readonly base: Base;
}
