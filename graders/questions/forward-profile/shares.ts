/** Choices on a figure of a recorded pass, whichever it is: for how many samples, in elements or bytes, in which unit. */
import { chooseUnit } from "../kit/amount";
import { choose } from "../kit/choice-part";
import { type Events, measure } from "./measures";

/** A figure as it is told for the samples somebody meant. */
export type TellSamples = (bytes: number, events: Events) => number;

/** The batch the notebook profiles. */
const notebookBatch = () => 8n;
const ownBatch = (events: Events): bigint => measure(events).batchSize;

const divide =
  (batchOf: (events: Events) => bigint): TellSamples =>
  (bytes, events) =>
    bytes / Number(batchOf(events));

const divideApart =
  (batchOf: (events: Events) => bigint): TellSamples =>
  (bytes, events) => {
    const parameters = Number(measure(events).atPeak.parameter);
    return parameters + (bytes - parameters) / Number(batchOf(events));
  };

const oneSample = (hint: string) => ({ credit: "0.5", says: "You divide by the batch size.", hint });

const ofPeak = oneSample("The recording is of the whole batch, and so is its peak.");

export const samplesOfPeak = choose<TellSamples>(
  { id: "whole-batch", effect: (bytes) => bytes },
  { id: "one-sample", effect: divide(ownBatch), ...ofPeak },
  { id: "one-of-eight", effect: divide(notebookBatch), ...ofPeak },
  { id: "one-sample-beside-parameters", effect: divideApart(ownBatch), ...ofPeak },
  { id: "one-of-eight-beside-parameters", effect: divideApart(notebookBatch), ...ofPeak },
);

const ofActivations = oneSample("The question is about the activations of the recorded batch.");

export const samplesOfActivations = choose<TellSamples>(
  { id: "whole-batch", effect: (bytes) => bytes },
  { id: "one-sample", effect: divide(ownBatch), ...ofActivations },
  { id: "one-of-eight", effect: divide(notebookBatch), ...ofActivations },
);

/** Bytes that are told as one. */
const chooseElements = (says: string) =>
  choose<number>(
    { id: "bytes", effect: 1 },
    { id: "elements", effect: 4, credit: "0.5", says, hint: "The events are in bytes already." },
  );

export const elementsOfPeak = chooseElements("Your peak is in elements instead of bytes.");
export const elementsOfActivations = chooseElements("Your activations are in elements instead of bytes.");

export const unit = chooseUnit("A larger unit than the bytes that the field is named after is right, too.");
