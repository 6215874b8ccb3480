/**
 * For a test: what never waits cannot be ended by Jest. Far above what a linear look takes, and below what one takes that
 * looks back over everything.
 */
import { runInNewContext } from "node:vm";

const endMs = 10_000;

/** @throws where it does not come to its end */
export function endInTime<Result>(run: () => Result): Result {
  const ended: Result[] = [];
  runInNewContext("run()", { run: () => void ended.push(run()) }, { timeout: endMs });
  const [result] = ended;
  return result as Result;
}
