/** Writes memory events down and makes sure that every tensor is freed at most once. */

import type { MemoryCategory, MemoryEvent } from "./events";

/** A tensor that a trace has allocated. */
export interface TracedTensor {
  readonly op: string;
  readonly bytes: number;
  readonly category: MemoryCategory;
}

/** Bytes of an fp32 number. */
const fp32Bytes = 4n;

/** A growing list of memory events; all tensors are fp32. */
export class MemoryTrace {
  private readonly recorded: MemoryEvent[] = [];
  private readonly live = new Set<TracedTensor>();

  /** What has happened so far, in time order. */
  get events(): readonly MemoryEvent[] {
    return this.recorded;
  }

  /**
   * A tensor comes to life.
   *
   * @param op name of the tensor
   * @param elements its elements, the whole batch together
   * @throws RangeError when it has 2^53 bytes or more, which an event cannot hold
   */
  allocate(op: string, category: MemoryCategory, elements: bigint): TracedTensor {
    const bytes = Number(elements * fp32Bytes);
    if (!Number.isSafeInteger(bytes)) {
      throw new RangeError(
        `${op} would take ${elements} fp32 elements, too many for an event: take a smaller batch.`,
      );
    }
    const tensor = { op, bytes, category };
    this.live.add(tensor);
    this.recorded.push({ bytes, category, op });
    return tensor;
  }

  /** A tensor goes, whoever held it. */
  free(tensor: TracedTensor): void {
    if (!this.live.delete(tensor)) {
      throw new Error(`${tensor.op} was freed twice: the liveness model is wrong.`);
    }
    this.recorded.push({ bytes: -tensor.bytes, category: tensor.category, op: tensor.op });
  }

  /**
   * The last variable of the forward pass lets go of a tensor: a temporary dies, one kept for backward lives
   * on.
   */
  release(tensor: TracedTensor): void {
    if (tensor.category === "temporary") {
      this.free(tensor);
    }
  }
}
