/** What a student can check alone: a tiny model counted by hand, and how the count grows. */
import { getField, isClose } from "../../contract/answers";
import type { PublicCheck } from "../../contract/question";
import type { ConvNeXtV2 } from "../../contract/value";
import { isToldBytes, readFieldNumber } from "../kit/public/numbers";

/** A count may be told in thousands, millions or billions. */
const countUnits = [1, 1e3, 1e6, 1e9] as const;

// Stem 16·2 + 2 and a norm of 4. A block: 49·2 + 2, a norm of 4, 2·8 + 8, GRN 16, 8·2 + 2. Between two stages: a norm
// of 4 and 4·2·2 + 2. Head: a norm of 4, 2·5 + 5.
const tiny: ConvNeXtV2 = { depths: [2, 1, 1, 1], dims: [2, 2, 2, 2], inChannels: 1, numClasses: 5 };
const tinyCount = 34 + 4 + 5 * (100 + 4 + 24 + 16 + 18) + 3 * (4 + 18) + 4 + 15;

const small: ConvNeXtV2 = { depths: [1, 2, 1, 1], dims: [8, 12, 16, 20], inChannels: 3, numClasses: 30 };

const call = (arch: ConvNeXtV2) => ({ export: "modelMemory", args: [arch] });
/** Large enough that no rounding hides a byte per parameter. */
const large: ConvNeXtV2 = {
  depths: [2, 2, 6, 2],
  dims: [100, 200, 400, 800],
  inChannels: 3,
  numClasses: 500,
};
const bytesOfFloat = 4;

export const publicChecks: readonly PublicCheck[] = [
  {
    id: "fields",
    says: "modelMemory returns an object with params and bytes",
    calls: [call(small)],
    findMismatch: ([memory]) =>
      getField(memory, "params") === undefined || getField(memory, "bytes") === undefined
        ? "an object { params, bytes }"
        : null,
  },
  {
    id: "tiny",
    says: "four stages with 2 channels each, two blocks in the first and one in the others, 1 input channel and 5 classes have 933 parameters",
    calls: [call(tiny)],
    findMismatch: ([memory]) =>
      countUnits.some((unit) => isClose(tinyCount, unit * readFieldNumber(memory, "params"), 1e-9))
        ? null
        : `${tinyCount} parameters: 38 in the stem, 162 in each block, 22 between two stages, 19 in the head`,
  },
  {
    id: "one-more-class",
    says: "one more class adds one weight per channel of the last stage, and a bias",
    calls: [call(small), call({ ...small, numClasses: 31 })],
    findMismatch: ([fewer, more]) => {
      const added = readFieldNumber(more, "params") - readFieldNumber(fewer, "params");
      return countUnits.some((unit) => isClose(21, unit * added, 1e-6))
        ? null
        : "a difference of 21 parameters between 31 and 30 classes with 20 channels in the last stage";
    },
  },
  {
    id: "one-block-more",
    says: "one more block of the last stage adds as many parameters as the one before",
    calls: [1, 2, 3].map((blocks) => call({ ...small, depths: [1, 2, 1, blocks] })),
    findMismatch: (memories) => {
      const [one = 0, two = 0, three = 0] = memories.map((memory) => readFieldNumber(memory, "params"));
      return two > one && isClose(three - two, two - one, 1e-6)
        ? null
        : "the same increase from 1 to 2 blocks as from 2 to 3";
    },
  },
  {
    id: "bytes-of-a-parameter",
    says: "each of your parameters takes up one number in fp32",
    calls: [call(large)],
    findMismatch: ([memory]) =>
      countUnits.some((unit) =>
        isToldBytes(
          readFieldNumber(memory, "bytes"),
          bytesOfFloat * unit * readFieldNumber(memory, "params"),
        ),
      )
        ? null
        : "the bytes of your parameters in fp32, in bytes or in kB, KiB, MB …",
  },
  {
    id: "grows",
    says: "a model with more parameters takes up more bytes",
    calls: [call(small), call({ ...small, dims: [16, 32, 64, 128] })],
    findMismatch: ([narrow, wide]) =>
      readFieldNumber(wide, "bytes") > readFieldNumber(narrow, "bytes")
        ? null
        : "more bytes for the wider model",
  },
];
