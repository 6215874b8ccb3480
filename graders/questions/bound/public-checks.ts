/** What a student can check alone about the bound: devices without a doubt, and the student's own FLOP and bytes. */
import type { PublicCheck } from "../../contract/question";
import { findBoundMismatch, makeBoundCalls, startsWith } from "../kit/public/bound";
import { repeatTile } from "../kit/public/repeat-tile";

const model = { inFeatures: 6, outFeatures: 10 };
const x = {
  shape: [2, 6],
  data: repeatTile(12, [1, -1]),
};
const makeGpu = (peakFlops: number, bandwidth: number) => ({
  name: "example",
  peakFlops,
  bandwidth,
  memory: 2 ** 33,
});

export const publicChecks: readonly PublicCheck[] = [
  {
    id: "slow-memory",
    says: "a device that computes fast and moves 1 byte per second is limited by memory",
    calls: [{ export: "boundBy", args: [x, model, makeGpu(1e15, 1)] }],
    findMismatch: ([answer]) => (startsWith(answer, "memory") ? null : '"memory"'),
  },
  {
    id: "slow-arithmetic",
    says: "a device that moves data fast and does 1 FLOP per second is limited by compute",
    calls: [{ export: "boundBy", args: [x, model, makeGpu(1, 1e15)] }],
    findMismatch: ([answer]) => (startsWith(answer, "compute") ? null : '"compute"'),
  },
  {
    id: "own-counts",
    says: "the answers follow from your own modelFlops and modelBytes, for 64 samples on four devices",
    calls: makeBoundCalls("boundBy", "modelBytes"),
    findMismatch: findBoundMismatch,
  },
];
