/**
 * What was recorded from timm's ConvNeXt V2, and how its stored form becomes memory events.
 *
 * Stored form (README.md): `kinds` are the distinct [bytes, category, operator], the last two as indices into tables;
 * `events` is a string of integers with blanks between, in time order: k allocates a block of kind k, -k - 1 releases
 * one. Blocks of one kind are alike, so it does not matter which of them goes.
 */

import { type ConvNeXtV2Variant, convNeXtV2Variants } from "../convnextv2/architecture";
import type { PriorGradients } from "../convnextv2/backward-pass";
import type { MemoryCategory, MemoryEvent } from "../convnextv2/events";
import type { GradMode } from "../convnextv2/forward-pass";
import type { AdamStep } from "../convnextv2/training-events";

/** A forward pass, or one iteration of forward, cross entropy, backward and Adam's step. */
export type RecordedRun =
  | { readonly kind: "forward"; readonly mode: GradMode }
  | {
      readonly kind: "training";
      readonly step: AdamStep;
      readonly iteration: "first" | "steady";
      readonly priorGradients: PriorGradients;
    };

/** `stand-in` allocates what a convolution does and computes nothing; `real` is the CPU's library, scratch included. */
export type RecordedConvolutions = "stand-in" | "real";

/** Parts of a run. A forward pass has only the first. */
export type Phase = "forward" | "backward" | "step";

/** Everything about a recording but its events. */
export interface RecordingSummary {
  readonly id: string;
  readonly variant: ConvNeXtV2Variant;
  readonly batchSize: number;
  /** Height and width of the images in pixels. */
  readonly imageSide: number;
  readonly run: RecordedRun;
  readonly convolutions: RecordedConvolutions;
  /** Index of the first allocation of each phase; what stands before `forward` was resident. */
  readonly phaseStarts: Readonly<Partial<Record<Phase, number>>>;
  readonly eventCount: number;
  /** Most bytes alive at one time, as the recorder found it. */
  readonly peakBytes: number;
}

/**
 * A recording with its events. `op` names the PyTorch operator that allocated the block, in the forward pass with its
 * layer in front: "stages.0.blocks.1.mlp.grn addcmul", "GeluBackward0", "step _foreach_sqrt". What was resident is of
 * "model", "input", "previous step" or "previous backward".
 */
export interface Recording extends RecordingSummary {
  readonly events: readonly MemoryEvent[];
}

/** One recording as stored; strings where only some are allowed. */
export interface StoredRecording {
  readonly id: string;
  readonly batchSize: number;
  readonly imageSide: number;
  readonly run: {
    readonly kind: string;
    readonly mode?: string | undefined;
    readonly step?: string | undefined;
    readonly iteration?: string | undefined;
    readonly priorGradients?: string | undefined;
  };
  readonly convolutions: string;
  readonly phaseStarts: Readonly<Partial<Record<Phase, number>>>;
  readonly eventCount: number;
  readonly peakBytes: number;
  readonly kinds: readonly (readonly number[])[];
  readonly events: string;
}

/** All recordings of one variant as stored. */
export interface StoredVariant {
  readonly formatVersion: number;
  readonly variant: string;
  readonly how: RecordingSetup;
  readonly categories: readonly string[];
  readonly operators: readonly string[];
  readonly recordings: readonly StoredRecording[];
}

/** Which software recorded, and how it was called. */
export interface RecordingSetup {
  readonly command: string;
  readonly python: string;
  readonly torch: string;
  readonly timm: string;
  readonly fvcore: string;
  readonly oneDnn: string;
  readonly device: string;
  readonly architecture: string;
  readonly cpuCapability: string;
  readonly threads: number;
}

/** The stored form that this file reads. */
export const recordingFormatVersion = 1;

/** @throws RangeError when no variant has this name */
export function readVariant(name: string): ConvNeXtV2Variant {
  return chooseWord("recorded family", "variant", variantNames, name);
}

/** @throws RangeError when a stored word is none of those this file knows, which names recording, word and choices */
export function describeRecording(variant: string, stored: StoredRecording): RecordingSummary {
  const { id, batchSize, imageSide, phaseStarts, eventCount, peakBytes } = stored;
  return {
    id,
    variant: chooseWord(id, "variant", variantNames, variant),
    batchSize,
    imageSide,
    run: readRun(id, stored.run),
    convolutions: chooseWord(id, "convolutions", ["stand-in", "real"], stored.convolutions),
    phaseStarts,
    eventCount,
    peakBytes,
  };
}

/** What the second and third number of a kind point into. */
export type KindTables = Pick<StoredVariant, "categories" | "operators">;

/**
 * The events of a stored recording, in time order.
 *
 * @throws RangeError when an event or a kind points nowhere, or the number of events is not the stated one
 */
export function decodeEvents(tables: KindTables, stored: StoredRecording): MemoryEvent[] {
  const allocations = stored.kinds.map((kind) => readKind(tables, stored.id, kind));
  const releases = allocations.map((event) => ({ ...event, bytes: -event.bytes }));
  const events = stored.events.split(" ").map((word, index) => {
    const code = Number(word);
    const event = code >= 0 ? allocations[code] : releases[-code - 1];
    if (event === undefined) {
      throw new RangeError(`${stored.id}: event ${index} is "${word}", which names none of its kinds.`);
    }
    return event;
  });
  if (events.length !== stored.eventCount) {
    throw new RangeError(
      `${stored.id}: has ${events.length} events but states ${stored.eventCount}: record it again.`,
    );
  }
  return events;
}

const variantNames = Object.keys(convNeXtV2Variants).filter(isVariant);

const memoryCategories = ["parameter", "input", "activation", "gradient", "optimizer", "temporary"] as const;

function isVariant(name: string): name is ConvNeXtV2Variant {
  return name in convNeXtV2Variants;
}

function readKind(
  { categories, operators }: KindTables,
  id: string,
  [bytes = 0, categoryIndex = -1, operatorIndex = -1]: readonly number[],
): MemoryEvent {
  const op = operators[operatorIndex];
  if (bytes <= 0 || op === undefined) {
    throw new RangeError(`${id}: a kind has ${bytes} bytes and operator ${operatorIndex}: record it again.`);
  }
  const category: MemoryCategory = chooseWord(id, "category", memoryCategories, categories[categoryIndex]);
  return { bytes, category, op };
}

function readRun(id: string, run: StoredRecording["run"]): RecordedRun {
  const kind = chooseWord(id, "kind of run", ["forward", "training"], run.kind);
  switch (kind) {
    case "forward":
      return { kind, mode: chooseWord(id, "mode", ["grad", "no-grad"], run.mode) };
    case "training":
      return {
        kind,
        step: chooseWord(id, "step", ["foreach", "for-loop", "fused"], run.step),
        iteration: chooseWord(id, "iteration", ["first", "steady"], run.iteration),
        priorGradients: chooseWord(id, "prior gradients", ["freed", "zeroed"], run.priorGradients),
      };
  }
}

function chooseWord<const Word extends string>(
  id: string,
  what: string,
  choices: readonly Word[],
  word: string | undefined,
): Word {
  const choice = choices.find((candidate) => candidate === word);
  if (choice === undefined) {
    throw new RangeError(
      `${id}: ${what} must be one of ${choices.join(", ")}, got ${word}: record it again.`,
    );
  }
  return choice;
}
