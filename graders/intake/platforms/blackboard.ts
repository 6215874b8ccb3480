/**
 * Blackboard, "Assignment file download": files `assignment_user_attempt_2026-03-01-10-30-00_work.ts` beside a receipt of
 * each attempt, a text that lacks the last part. Of several attempts the latest counts.
 */
import { groupBy } from "../../contract/group-by";
import type { Receipt } from "./blackboard-receipt";
import { listNames, type PlatformGroup, type Recognise } from "./platform";

/** The first attempt that a name tells of is the platform's: what follows is the student's own name for the file. */
const pattern = /^(.+?_[^_]+)_attempt_(\d{4}(?:-\d\d){5})(?:_(.+)|\.txt)$/;

export const recogniseBlackboard: Recognise = (items) => {
  const parts = items.flatMap(({ name, isFolder }) => {
    const [, start = "", attempt = "", own] = isFolder ? [] : (pattern.exec(name) ?? []);
    return attempt === "" ? [] : [{ name, start, attempt, own }];
  });
  if (parts.length === 0) return null;
  const title = guessTitle([...new Set(parts.map(({ start }) => start))]);
  return [...groupBy(parts, ({ start }) => start)].map(([start, group]) => {
    const user = start.slice(title);
    const attempts = group.map(({ attempt }) => attempt).sort();
    const latest = attempts.at(-1);
    const receipts = group.filter(({ own }) => own === undefined);
    return {
      id: user,
      accounts: [{ key: user, name: null }],
      files: group.flatMap(({ name, attempt, own }) =>
        attempt === latest && own !== undefined ? [{ at: own, from: name }] : [],
      ),
      typed: receipts
        .filter(({ attempt }) => attempt === latest)
        .map(({ name }) => ({ name, as: "receipt" })),
      written: receipts.filter(({ attempt }) => attempt !== latest).map(({ name }) => name),
      leftAside: group
        .filter(({ attempt, own }) => attempt !== latest && own !== undefined)
        .map(({ name }) => ({ name, why: "earlier-attempt" as const })),
    };
  });
};

/** What a name begins with that it shares with others of the same person: title and user name. */
const readStart = (group: PlatformGroup): string => pattern.exec(listNames(group)[0] ?? "")?.[1] ?? "";

/**
 * With the users that the receipts name: user names may all begin alike, and then their beginning looks like the title's
 * end. Who has no receipt is told by the title of the others.
 *
 * @param receipts by the name of the item
 */
export function nameUsers(
  groups: readonly PlatformGroup[],
  receipts: ReadonlyMap<string, Receipt>,
): readonly PlatformGroup[] {
  const told = groups.map((group) => {
    const start = readStart(group);
    const students = (group.typed ?? []).flatMap(({ name }) => receipts.get(name)?.student ?? []);
    const student = students.find(({ user }) => start === user || start.endsWith(`_${user}`));
    return { group, start, student };
  });
  const sure = told.find(({ student }) => student !== undefined);
  if (sure === undefined) return groups;
  const title = sure.start.slice(0, sure.start.length - (sure.student?.user.length ?? 0));
  return told.map(({ group, start, student }) => {
    const rest = start.startsWith(title) ? start.slice(title.length) : group.id;
    const { user, name } = student ?? { user: rest, name: null };
    return { ...group, id: user, accounts: [{ key: user, name }] };
  });
}

/**
 * Title and user name may both hold underscores, but the title is the same in all names: what they begin with in common,
 * up to an underscore. Of one name alone nobody knows, and most user names hold none.
 */
function guessTitle(starts: readonly string[]): number {
  const [first = "", ...others] = starts;
  if (others.length === 0) return first.lastIndexOf("_") + 1;
  const common = others.reduce((length, other) => {
    let at = 0;
    while (at < length && other[at] === first[at]) at += 1;
    return at;
  }, first.length);
  return first.slice(0, common).lastIndexOf("_") + 1;
}
