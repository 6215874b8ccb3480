/** Arithmetic that counts itself: the tests run an algorithm on it and hold the closed formula against the count. */

import type { Operation, OperationCosts } from "../operations";

/** Carries out operations on numbers and counts each. */
export class OperationCounter {
  readonly #counts = new Map<Operation, bigint>();

  add(a: number, b: number): number {
    return this.#count("addition", a + b);
  }

  subtract(a: number, b: number): number {
    return this.#count("addition", a - b);
  }

  multiply(a: number, b: number): number {
    return this.#count("multiplication", a * b);
  }

  divide(a: number, b: number): number {
    return this.#count("division", a / b);
  }

  squareRoot(a: number): number {
    return this.#count("squareRoot", Math.sqrt(a));
  }

  exponential(a: number): number {
    return this.#count("exponential", Math.exp(a));
  }

  maximum(a: number, b: number): number {
    return this.#count("comparison", Math.max(a, b));
  }

  /** How often an operation was carried out. */
  timesOf(operation: Operation): bigint {
    return this.#counts.get(operation) ?? 0n;
  }

  /** FLOP of everything so far. */
  flops(costs: OperationCosts): bigint {
    return [...this.#counts].reduce((sum, [operation, times]) => sum + times * costs[operation], 0n);
  }

  #count(operation: Operation, result: number): number {
    this.#counts.set(operation, this.timesOf(operation) + 1n);
    return result;
  }
}
