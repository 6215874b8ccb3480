/** Whatever was handed in with an attempt, and however often, on whichever platform: it is one student's, and told as it is. */
import type { Discovery, FoundSubmission } from "../contract/submission";
import { look, write, writeAll } from "../testing/hand-in";
import { type Files, zipFiles } from "../testing/odd-zip";
import { type Attempt, platformPacks, typedHeading, typedText, workOf } from "../testing/platform-packs";
import { describeDiscovery } from "./describe-discovery";

type Platform = (typeof platformPacks)[number];
type Kind = Pick<Attempt, "hasFile" | "hasText" | "when">;

const kinds: readonly Kind[] = [true, false].flatMap((hasFile) =>
  [true, false].flatMap((hasText) =>
    (["once", "again", "late"] as const).map((when) => ({ hasFile, hasText, when })),
  ),
);

/** Two of a kind are two people. */
const listAttempts = ({ people }: Platform, listed: readonly Kind[]): readonly Attempt[] =>
  listed.flatMap((kind, row) =>
    people.map((who, at) => ({ who: row === 0 ? who : `${who}x${row}`, n: 501 + 10 * row + at, ...kind })),
  );

const packAll = ({ pack, beside }: Platform, attempts: readonly Attempt[]): Files =>
  Object.assign({ ...beside?.(attempts) }, ...attempts.map(pack));

/** What is to become of it; null where the platform has nothing of it. */
function expectOf(platform: Platform, { hasFile, hasText }: Kind): string | null {
  const isTyped = hasText && platform.takesText === true;
  if (hasFile) return isTyped ? "submission with text" : "submission";
  if (isTyped) return "only-online-text";
  return platform.showsEmpty === true ? "attempt-without-file" : null;
}

function tell(found: FoundSubmission | undefined, one: Attempt): string | null {
  if (found?.kind !== "submission") return found?.kind === "refused" ? found.refused.code : null;
  const texts = found.files.map(({ text }) => text);
  if (texts.join() !== workOf(one)) return texts.join();
  const { answersMarkdown, remarks = [] } = found;
  const said = remarks.map(({ code }) => code).filter((code) => code !== "entry-misnamed");
  if (answersMarkdown === undefined) return ["submission", ...said].join(" ");
  const isWhole = answersMarkdown.includes(`### ${typedHeading}\n\n${typedText}`);
  return isWhole && said.join() === "typed-text-taken"
    ? "submission with text"
    : `${answersMarkdown} ${said}`;
}

function expectWhole(platform: Platform, found: Discovery, attempts: readonly Attempt[]): void {
  const told = attempts.map((one) => {
    const own = found.submissions.filter(({ accounts }) => accounts?.[0]?.key === platform.keyOf(one));
    return [one.who, own.length > 1 ? "several" : tell(own[0], one)];
  });
  expect(found.source).toBe(platform.source);
  expect(told).toEqual(attempts.map((one) => [one.who, expectOf(platform, one)]));
  const there = told.filter(([, what]) => what !== null).length;
  expect(new Set(found.submissions.map(({ id }) => id)).size).toBe(there);
  expect(found.submissions).toHaveLength(there);
}

const whole: Kind = { hasFile: true, hasText: false, when: "once" };

describe.each(platformPacks)("a download of $source", (platform) => {
  test.each(kinds)(
    "of $when with a file: $hasFile, with text: $hasText, is one of each student",
    async (kind) => {
      const attempts = listAttempts(platform, [whole, kind]);
      writeAll("class", packAll(platform, attempts));
      const found = await look("class");
      expectWhole(platform, found, attempts);
      const lines = found.leftAside.map(({ because }) => because.code);
      const isTextAlone = expectOf(platform, kind) === "only-online-text";
      expect(lines.filter((code) => code !== "earlier-attempt")).toEqual(
        isTextAlone ? platform.people.map(() => "online-text") : [],
      );
    },
  );

  test("holds all of these at once, as an archive", async () => {
    const attempts = listAttempts(platform, kinds);
    write("class.zip", zipFiles(packAll(platform, attempts)));
    expectWhole(platform, await look("class.zip"), attempts);
  });

  test("in which everybody did the same is recognised by itself", async () => {
    for (const kind of kinds.filter((one) => expectOf(platform, one) !== null)) {
      const attempts = listAttempts(platform, [kind]);
      const folder = JSON.stringify(Object.values(kind)).replace(/\W/g, "");
      writeAll(folder, packAll(platform, attempts));
      expectWhole(platform, await look(folder), attempts);
    }
  });
});

test("of an earlier attempt there is one line a file, and the receipts of Blackboard have none", async () => {
  const platform = platformPacks.find(({ source }) => source === "blackboard") as Platform;
  writeAll("class", packAll(platform, listAttempts(platform, [{ ...whole, when: "again" }])));
  const lines = describeDiscovery(await look("class")).map(({ code }) => code);
  expect(lines).toEqual(["recognised-download", ...platform.people.map(() => "left-aside")]);
});
