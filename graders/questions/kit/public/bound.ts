/** Memory or compute bound, held against the student's own FLOP and bytes. */
import type { Call, PReLULinear, Value } from "../../../contract/value";
import { readNumber, unitBytes } from "./numbers";
import { bytesOfFloat, makeDevice } from "./own-counts";
import { repeatTile } from "./repeat-tile";

const model: PReLULinear = { inFeatures: 40, outFeatures: 60 };
const widerModel: PReLULinear = { ...model, outFeatures: 2 * model.outFeatures };
const samples = 64;
/** Ridge points, in FLOP per byte. */
const ridges = [1.5, 4.8, 6.3, 18] as const;
/** What is counted differently, or rounded, moves an intensity by less. */
const margin = 0.12;

const x = {
  shape: [samples, model.inFeatures],
  data: repeatTile(samples * model.inFeatures, [1, -1]),
};

/** Own FLOP, own bytes, those of a model with twice the outputs; then the answers. */
export function makeBoundCalls(
  boundName: string,
  bytesName: "modelBytes" | "fusedModelBytes",
): readonly Call[] {
  return [
    { export: "modelFlops", args: [x, model] },
    { export: bytesName, args: [samples, model] },
    { export: bytesName, args: [samples, widerModel] },
    ...ridges.map((ridge) => ({ export: boundName, args: [x, model, makeDevice(ridge)] })),
  ];
}

export function findBoundMismatch(answers: readonly Value[]): string | null {
  const [flops, bytes, wider, ...words] = answers;
  const intensity = readNumber(flops) / findBytes(readNumber(bytes), readNumber(wider));
  const isRight = ridges.every((ridge, at) => {
    if (!(Math.abs(intensity / ridge - 1) > margin)) return true;
    return startsWith(words[at], intensity < ridge ? "memory" : "compute");
  });
  return isRight
    ? null
    : '"compute" where your FLOP per byte are above the device\'s peak divided by its bandwidth, "memory" where they are below; your bytes are read in the unit that you tell them in, KiB as well';
}

/** In bytes, whatever the unit: as many more outputs are so many more numbers. */
function findBytes(bytes: number, wider: number): number {
  const numbers = model.outFeatures * (samples + model.inFeatures);
  const perNumber = (wider - bytes) / numbers;
  const unit = unitBytes.find((one) => Math.abs((perNumber * one) / bytesOfFloat - 1) < 0.01) ?? 1;
  return bytes * unit;
}

/** A sentence is no word. */
const longestWord = 30;

export function startsWith(answer: Value, word: string): boolean {
  const only = Array.isArray(answer) && answer.length === 1 ? answer[0] : answer;
  const isWord = typeof only === "string" && only.trim().length <= longestWord;
  return isWord && only.trim().toLowerCase().startsWith(word);
}
