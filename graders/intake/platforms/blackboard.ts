/**
 * Blackboard, "Assignment file download": files `assignment_user_attempt_2026-03-01-10-30-00_work.ts` beside a text with
 * comments that lacks the last part. Of several attempts the latest counts.
 */
import { groupBy } from "../../contract/group-by";
import type { PlatformGroup, Recognise } from "./platform";

/** The first attempt that a name tells of is the platform's: what follows is the student's own name for the file. */
const pattern = /^(.+?_[^_]+)_attempt_(\d{4}(?:-\d\d){5})(?:_(.+)|\.txt)$/;

export const recogniseBlackboard: Recognise = (items) => {
  const parts = items.flatMap(({ name, isFolder }) => {
    const [, start = "", attempt = "", own] = isFolder ? [] : (pattern.exec(name) ?? []);
    return attempt === "" ? [] : [{ name, start, attempt, own }];
  });
  if (parts.length === 0) return null;
  const title = measureTitle([...new Set(parts.map(({ start }) => start))]);
  return [...groupBy(parts, ({ start }) => start)].map(([start, group]) => {
    const user = start.slice(title);
    const attempts = group.map(({ attempt }) => attempt).sort();
    const latest = attempts.at(-1);
    const texts = group.filter(({ own }) => own === undefined);
    // Who handed in no file has typed something, and nothing but that text holds it.
    const isTyped = texts.length === group.length;
    return {
      id: user,
      accounts: [{ key: user, name: null }],
      files: group.flatMap(({ name, attempt, own }) =>
        attempt === latest && own !== undefined ? [{ at: own, from: name }] : [],
      ),
      leftAside: group.flatMap(({ name, attempt, own }): PlatformGroup["leftAside"] => {
        if (own === undefined) return isTyped ? [{ name, why: "online-text" }] : [];
        return attempt === latest ? [] : [{ name, why: "earlier-attempt" }];
      }),
      besides: isTyped ? [] : texts.map(({ name }) => name),
    };
  });
};

/**
 * Title and user name may both hold underscores, but the title is the same in all names: what they begin with in common,
 * up to an underscore. Of one name alone nobody knows, and most user names hold none.
 */
function measureTitle(starts: readonly string[]): number {
  const [first = "", ...others] = starts;
  if (others.length === 0) return first.lastIndexOf("_") + 1;
  const common = others.reduce((length, other) => {
    let at = 0;
    while (at < length && other[at] === first[at]) at += 1;
    return at;
  }, first.length);
  return first.slice(0, common).lastIndexOf("_") + 1;
}
