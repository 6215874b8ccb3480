/** What was found and what was not taken, as lines for the person who grades. */
import type { Message } from "../contract/message";
import type { Discovery } from "../contract/submission";
import { note } from "./remarks";

const shown = 10;

export function describeDiscovery({ source, leftAside, notes, submissions }: Discovery): readonly Message[] {
  const within = submissions.flatMap((one) =>
    one.kind === "submission"
      ? (one.leftAside ?? []).map(({ because }) => note.leftAsideWithin(one.id, because))
      : [],
  );
  return [
    ...(source === "plain" ? [] : [note.source(source, submissions.length)]),
    ...notes,
    ...listAll(leftAside.map(({ because }) => note.leftAside(because))),
    ...listAll(within),
  ];
}

function listAll(all: readonly Message[]): readonly Message[] {
  return all.length > shown ? [...all.slice(0, shown), note.moreLeftAside(all.length - shown)] : all;
}
