/** What "memory or compute bound" is asked about. */
import type { Gpu, PReLULinear, Tensor } from "../../../contract/value";
import { fillInput, type Tile } from "./model-input";

export interface BoundInput {
  readonly x: Tensor;
  readonly model: PReLULinear;
  readonly gpu: Gpu;
  /** The share by which an intensity may be rounded, where the ridge was drawn and may lie just beside it; 0 if left out. */
  readonly rounded?: number;
  /** No earlier function is asked about it: it tells nothing of those who build on their own. */
  readonly standsAlone?: true;
}

/** Three of eight inputs are negative. */
const mixed: Tile = [1.5, -0.5, 0.25, -2, 3, 1, -0.75, 2];
export function makeInput(batchSize: number, model: PReLULinear, gpu: Gpu, tile: Tile = mixed): BoundInput {
  return { x: fillInput(batchSize, model, tile), model, gpu };
}
