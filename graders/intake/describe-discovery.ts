/** What was found and what was not taken, as lines for the person who grades. */
import { groupBy } from "../contract/group-by";
import { listFew } from "../contract/list-few";
import type { Message } from "../contract/message";
import type { Discovery, FoundSubmission } from "../contract/submission";
import { note } from "./remarks";

const shown = 10;
const shownIds = 3;

export function describeDiscovery({ source, leftAside, notes, submissions }: Discovery): readonly Message[] {
  return [
    ...(source === "plain" ? [] : [note.source(source, submissions.length)]),
    ...notes,
    ...listAll(leftAside.map(({ because }) => note.leftAside(because))),
    ...listAll(describeWithin(submissions)),
  ];
}

/** What lies in one hand-in alone says more than what lies in many, as copies of what was handed out do: it comes first. */
function describeWithin(submissions: readonly FoundSubmission[]): readonly Message[] {
  const within = submissions.flatMap((one) =>
    one.kind === "submission" ? (one.leftAside ?? []).map(({ because }) => ({ id: one.id, because })) : [],
  );
  return [...groupBy(within, ({ because }) => JSON.stringify(because)).values()]
    .sort((a, b) => a.length - b.length)
    .flatMap(([first, ...others]) => {
      if (first === undefined) return [];
      const ids = [first, ...others].map(({ id }) => id);
      return [note.leftAsideWithin(listFew(ids, shownIds), first.because)];
    });
}

function listAll(all: readonly Message[]): readonly Message[] {
  return all.length > shown ? [...all.slice(0, shown), note.moreLeftAside(all.length - shown)] : all;
}
