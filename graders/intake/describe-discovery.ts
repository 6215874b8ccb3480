/** What was found and what was not taken, as lines for the person who grades. */
import type { Discovery, LeftAside } from "../contract/submission";
import { note } from "./remarks";

const shown = 10;

export function describeDiscovery({ source, leftAside, notes, submissions }: Discovery): readonly string[] {
  const within = submissions.flatMap((one) =>
    one.kind === "submission"
      ? (one.leftAside ?? []).map(({ name, because }) => ({ name: `${one.id}: ${name}`, because }))
      : [],
  );
  return [
    ...(source === "plain" ? [] : [note.source(source, submissions.length)]),
    ...notes,
    ...listAll(leftAside),
    ...listAll(within),
  ];
}

function listAll(all: readonly LeftAside[]): readonly string[] {
  const lines = all.slice(0, shown).map(({ name, because }) => note.leftAside(name, because));
  return all.length > shown ? [...lines, note.moreLeftAside(all.length - shown)] : lines;
}
