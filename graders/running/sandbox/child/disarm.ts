/**
 * Takes from Node's modules what its permission model lets through: priorities of others, and the ways in which the
 * engine itself writes files. A fence and no wall: where there are namespaces nobody else is in sight anyway, and
 * nothing can be written. Pictures of the heap are taken everywhere: nothing of a submission's needs one, and the runner's own
 * buffers are in it.
 */
import { syncBuiltinESMExports } from "node:module";

const refuse = (): never => {
  throw new Error(
    "a submission sets no priorities, traces nothing, takes no picture of the heap and leaves the engine as it is",
  );
};

const refused: ReadonlyMap<string, Readonly<Record<string, () => never>>> = new Map([
  ["os", { setPriority: refuse }],
  ["trace_events", { createTracing: refuse }],
  [
    "v8",
    {
      setFlagsFromString: refuse,
      setHeapSnapshotNearHeapLimit: refuse,
      getHeapSnapshot: refuse,
      writeHeapSnapshot: refuse,
      queryObjects: refuse,
    },
  ],
]);

/** One module as it is asked for: loading all of them beforehand costs a third of what starting Node does. */
export function requireDisarmed(specifier: string): unknown {
  const module: unknown = require(specifier);
  const instead = refused.get(specifier.replace(/^node:/, ""));
  if (instead === undefined) return module;
  Object.assign(module as object, instead);
  // What is imported, and not required, is a copy.
  syncBuiltinESMExports();
  return module;
}

/** All of them, for a process that nothing else holds: there are more ways to a module than the loader's. */
export function disarmAll(): void {
  for (const name of refused.keys()) requireDisarmed(name);
}
