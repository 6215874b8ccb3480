/**
 * Blackboard, "Assignment file download": files `assignment_user_attempt_2026-03-01-10-30-00_work.ts` beside a text with
 * comments that lacks the last part. Of several attempts the latest counts.
 */
import { groupBy, type Recognise } from "./platform";

/** The first attempt that a name tells of is the platform's: what follows is the student's own name for the file. */
const pattern = /^(.+?)_([^_]+)_attempt_(\d{4}(?:-\d\d){5})(?:_(.+)|\.txt)$/;

export const recogniseBlackboard: Recognise = (items) => {
  const parts = items.flatMap(({ name, isFolder }) => {
    const [, , user = "", attempt = "", own] = isFolder ? [] : (pattern.exec(name) ?? []);
    return attempt === "" ? [] : [{ name, user, attempt, own }];
  });
  if (parts.length === 0) return null;
  return [...groupBy(parts, ({ user }) => user)].map(([user, group]) => {
    const attempts = group.map(({ attempt }) => attempt).sort();
    const latest = attempts.at(-1);
    return {
      id: user,
      accounts: [{ key: user, name: null }],
      files: group.flatMap(({ name, attempt, own }) =>
        attempt === latest && own !== undefined ? [{ at: own, from: name }] : [],
      ),
      leftAside: group
        .filter(({ attempt, own }) => attempt !== latest && own !== undefined)
        .map(({ name }) => ({ name, why: "earlier-attempt" as const })),
    };
  });
};
