/** Which submission a cell of a table means. Pure. */
import { UsageError } from "../../contract/faults";
import { findTyped } from "../../contract/find-typed";
import { showAsText } from "../../report/exports/csv";

/** Ids by what a cell of a table holds for them: without blanks around it, and perhaps marked as a text. */
export type NamedSubmissions = ReadonlyMap<string, readonly string[]>;

export function nameSubmissions(ids: readonly string[]): NamedSubmissions {
  const named = new Map<string, readonly string[]>();
  for (const id of ids)
    for (const name of new Set([showAsText(id).trim(), id.trim()]))
      named.set(name, [...(named.get(name) ?? []), id]);
  return named;
}

/**
 * @returns the cell itself where it is nobody's
 * @param instead what to do about a cell that may be one submission or another
 * @throws UsageError for such a cell
 */
export function findSubmission(cell: string, ids: NamedSubmissions, instead: string): string {
  const name = ids.has(cell) ? cell : findTyped(cell, [...ids.keys()]);
  const [id = cell, ...others] = ids.get(name ?? cell) ?? [];
  if (others.length === 0) return id;
  const names = [id, ...others].map((one) => JSON.stringify(one)).join(", ");
  throw new UsageError(`${cell}: a table cannot tell ${names} apart; ${instead}`);
}
