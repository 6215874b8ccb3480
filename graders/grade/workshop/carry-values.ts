/**
 * Returned values on their way to another thread, which keeps data and forgets classes: there an `Opaque` would look
 * like a student's object, and objects would have a prototype. No recursion: values are nested as deep as students like.
 */
import { Opaque, type Value } from "../../contract/value";
import type { RunToJudge, Written } from "../judge-run";

type Container = Record<string, unknown> | unknown[];

/** The copy of an opaque thing in `opaque` is the very copy that stands in the values: so it is known again. */
export interface Carried<T> {
  readonly data: T;
  readonly opaque: readonly Opaque[];
}

export function packRun(run: RunToJudge): Carried<RunToJudge> {
  return { data: run, opaque: findOpaque([run.written.exported, ...listValues(run)]) };
}

export function packWritten(written: Written): Carried<Written> {
  return { data: written, opaque: findOpaque([written.exported]) };
}

/** Changes what arrived in place: nobody else has it. */
export function unpackRun({ data, opaque }: Carried<RunToJudge>): RunToJudge {
  restore([data.written, ...data.outcomes], opaque);
  return data;
}

export function unpackWritten({ data, opaque }: Carried<Written>): Written {
  restore([data], opaque);
  return data;
}

function listValues({ outcomes }: RunToJudge): readonly Value[] {
  return outcomes.map((one) => (one.kind === "value" ? one.value : undefined));
}

function findOpaque(values: readonly Value[]): readonly Opaque[] {
  const found: Opaque[] = [];
  const open: unknown[] = [values];
  while (open.length > 0) {
    const one = open.pop();
    if (one instanceof Opaque) found.push(one);
    else if (Array.isArray(one)) for (const item of one) open.push(item);
    else if (typeof one === "object" && one !== null) for (const item of Object.values(one)) open.push(item);
  }
  return found;
}

/** @param holders what the values stand in; these keep their prototype */
function restore(holders: readonly object[], opaque: readonly Opaque[]): void {
  const known = new Set<unknown>(opaque);
  const open = [...holders] as Container[];
  const restoreItem = (item: unknown): unknown => {
    if (typeof item !== "object" || item === null) return item;
    if (known.has(item)) return new Opaque((item as Opaque).typeName);
    if (!Array.isArray(item)) Object.setPrototypeOf(item, null);
    open.push(item as Container);
    return item;
  };
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (Array.isArray(one)) for (let at = 0; at < one.length; at++) one[at] = restoreItem(one[at]);
    else for (const key of Object.keys(one)) one[key] = restoreItem(one[key]);
  }
}
