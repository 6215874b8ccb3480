/**
 * Takes from Node's modules what its permission model lets through: priorities of others, and the ways in which the
 * engine itself writes files. A fence and no wall: where there are namespaces nobody else is in sight anyway, and
 * nothing can be written. Pictures of the heap are taken everywhere: nothing of a submission's needs one, and the runner's own
 * buffers are in it.
 */
import { syncBuiltinESMExports } from "node:module";
import { keys, sliceText } from "./primitives";

const refuse = (): never => {
  throw new Error(
    "a submission sets no priorities, traces nothing, takes no picture of the heap and leaves the engine as it is",
  );
};

type Instead = Readonly<Record<string, () => never>>;

/** By name of the module. */
const refused: Readonly<Record<string, Instead>> = Object.assign(Object.create(null), {
  os: { setPriority: refuse },
  trace_events: { createTracing: refuse },
  v8: {
    setFlagsFromString: refuse,
    setHeapSnapshotNearHeapLimit: refuse,
    getHeapSnapshot: refuse,
    writeHeapSnapshot: refuse,
    queryObjects: refuse,
  },
});
const prefix = "node:";

/**
 * One module as it is asked for: loading all of them beforehand costs a third of what starting Node does. Nothing is asked
 * that a submission could have replaced by then.
 */
export function requireDisarmed(specifier: string): unknown {
  const module = require(specifier) as Record<string, unknown>;
  const isPrefixed = sliceText(specifier, 0, prefix.length) === prefix;
  const instead = refused[isPrefixed ? sliceText(specifier, prefix.length) : specifier];
  if (instead === undefined) return module;
  const names = keys(instead);
  for (let at = 0; at < names.length; at += 1) {
    const name = names[at] as string;
    module[name] = instead[name];
  }
  // What is imported, and not required, is a copy.
  syncBuiltinESMExports();
  return module;
}

/** All of them, for a process that nothing else holds: there are more ways to a module than the loader's. */
export function disarmAll(): void {
  for (const name of Object.keys(refused)) requireDisarmed(name);
}
