import { recognisePlatform } from "./recognise";

const text = (user: string, day: number) => `HW 3_${user}_attempt_2026-11-${day}-10-00-00.txt`;
const file = (user: string, day: number) => `HW 3_${user}_attempt_2026-11-${day}-10-00-00_submission.ts`;
const recognise = (names: readonly string[]) =>
  recognisePlatform(names.map((name) => ({ name, isFolder: false })));

/** So many people each: with a file, with two attempts, with text alone. */
const classes = [0, 1, 2, 5].flatMap((once) =>
  [0, 1, 3].flatMap((twice) => [0, 1, 4].map((typed) => [once, twice, typed] as const)),
);
const list = (count: number, kind: string) => Array.from({ length: count }, (_, at) => `${kind}${at}`);

describe("a download is recognised whoever handed in what, and the platform's own texts are nothing to speak of", () => {
  test.each(classes.filter((counts) => counts.some((count) => count > 0)))(
    "%d with a file, %d with two attempts, %d with text alone",
    (once, twice, typed) => {
      const names = [
        ...list(once, "ann").flatMap((user) => [text(user, 10), file(user, 10)]),
        ...list(twice, "bob").flatMap((user) =>
          [10, 11].flatMap((day) => [text(user, day), file(user, day)]),
        ),
        ...list(typed, "cid").map((user) => text(user, 10)),
      ];
      const { source, groups } = recognise([...names, "roster.csv"]);
      expect(source).toBe("blackboard");
      expect(groups).toHaveLength(once + twice + typed);
      for (const { id, files, leftAside } of groups) {
        expect(files).toHaveLength(id.startsWith("cid") ? 0 : 1);
        const kinds = leftAside.map(({ why }) => why);
        expect(kinds).toEqual({ a: [], b: ["earlier-attempt"], c: ["online-text"] }[id.charAt(0)]);
      }
    },
  );
});
