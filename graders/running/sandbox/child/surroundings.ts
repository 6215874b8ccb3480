/**
 * Makes the process look the same at every level of the sandbox, takes signals to others from it, and gives everybody
 * the same Math.random.
 */
import { disarmAll, requireDisarmed } from "./disarm";
import { apply } from "./primitives";

interface Killing {
  _kill(pid: number, signal: number): number;
  _debugProcess?: unknown;
}

/** EPERM, as libuv returns it. */
const notPermitted = -1;

/** What stands behind the runner on the command line: a seed, and whether namespaces hold the process. */
export function settleSurroundings(): void {
  const [seed, held] = process.argv.splice(2);
  seedRandom(Number(seed));
  if (held === "held") delayOptimizing();
  else disarmAll();
  // A wrapper leaves traces here; and without namespaces the grader tells its processes apart by their first HOME,
  // which other programs only get where they can be started.
  delete process.env.PWD;
  if ("permission" in process) process.env.HOME = "/nonexistent";
  const killing = process as unknown as Killing;
  const { pid } = process;
  const send = killing._kill;
  killing._kill = (target, signal) =>
    target === pid ? apply(send, process, [target, signal]) : notPermitted;
  delete killing._debugProcess;
  lockLookups();
}

/** Four times the engine's own in Node 20: loops are still optimized, if a few milliseconds later. */
const interruptBudget = 270_336;

/**
 * Most functions here run a few hundred times; to optimize them takes a fifth of the processor time of a whole run,
 * and gives nothing back. Node's cache of compiled modules is lost with it, so the one that most load comes first.
 */
function delayOptimizing(): void {
  require("node:crypto");
  (require("node:v8") as typeof import("node:v8")).setFlagsFromString(
    `--interrupt-budget=${interruptBudget}`,
  );
  requireDisarmed("node:v8");
}

/** splitmix32 with hash-prospector's multipliers, since the engine's own seed is a flag that costs a tenth of a start. */
function seedRandom(seed: number): void {
  let state = seed;
  const { imul } = Math;
  const next = (): number => {
    state = (state + 0x9e37_79b9) | 0;
    let mixed = imul(state ^ (state >>> 16), 0x21f0_aaad);
    mixed = imul(mixed ^ (mixed >>> 15), 0x735a_2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
  Math.random = () => (next() * 2 ** 21 + (next() >>> 11)) / 2 ** 53;
}

/**
 * Node asks a buffer for its size before it reads into it, and an ordinary object for an error behind every write: what
 * stands there would see the inputs of later calls, or run while they lie in the channel. Nothing can be put there:
 * whatever Node looks up is found where it always was, or not at all.
 */
function lockLookups(): void {
  const ofArrays = Object.getPrototypeOf(Uint8Array.prototype) as object;
  for (const name of ["length", "byteLength", "byteOffset", "buffer"])
    Object.defineProperty(ofArrays, name, { configurable: false });
  for (const one of [Object.prototype, ofArrays, Uint8Array.prototype, Buffer.prototype])
    Object.preventExtensions(one);
}
