/**
 * Canvas, "Download submissions": files `name_[LATE_]user_file_work.ts`, several for one student. A file that was handed
 * in again is called `work-1.ts`, `work-2.ts`: its own name is given back to it, and the newest counts.
 */
import { groupBy } from "../../contract/group-by";
import type { PlatformGroup, Recognise } from "./platform";

const pattern = /^(?:([\p{L}\p{M}\p{N}_]+?)_)?(?:LATE_)?(\d+|anon_[A-Za-z0-9]+)_(\d+)_(.+)$/u;
const typed = /^(?:([\p{L}\p{M}\p{N}_]+?)_)?(?:LATE_)?(\d+|anon_[A-Za-z0-9]+)_(?:text|link)\.html$/u;
const versioned = /^(.+)-(\d+)(\.[^.]+)$/;
const loose = /^index\.html?$|\.(?:csv|md|pdf|xlsx?)$/i;

interface CanvasFile {
  readonly name: string;
  readonly person: string;
  readonly key: string;
  /** As the student called it; null for text typed into the page. */
  readonly own: string | null;
  /** Number of the upload, which grows with time; 0 for typed text. */
  readonly upload: bigint;
}

type Upload = Pick<CanvasFile, "name" | "upload"> & { readonly own: string };

export const recogniseCanvas: Recognise = (items) => {
  const files = items.flatMap(({ name, isFolder }) => (isFolder ? [] : readName(name)));
  if (files.length === 0) return null;
  return [...groupBy(files, ({ person, key }) => `${person}_${key}`)].map(([, group]) => makeGroup(group));
};

/** What people put beside a download is no sign against it. */
export const isBesideCanvas = (name: string): boolean => loose.test(name);

function readName(name: string): readonly CanvasFile[] {
  const [, person, key, upload = "0", own] = pattern.exec(name) ?? [];
  // Before what is typed: students call a file "text.html", too.
  if (key !== undefined && own !== undefined)
    return [{ name, person: clean(person), key, own, upload: BigInt(upload) }];
  const [, typist, typistKey] = typed.exec(name) ?? [];
  if (typistKey === undefined) return [];
  return [{ name, person: clean(typist), key: typistKey, own: null, upload: 0n }];
}

/** A name that is left out leaves the mark of lateness in its place. */
const clean = (person = ""): string => (person === "LATE" ? "" : person);

function makeGroup(group: readonly CanvasFile[]): PlatformGroup {
  const { person = "", key = "" } = group[0] ?? {};
  const files = group.flatMap(({ name, own, upload }) => (own === null ? [] : [{ name, own, upload }]));
  const attempts = new Set(
    files.filter((one) => isSubmission([one])).map(({ own }) => readVersion(own).version),
  );
  const versions = [...groupBy(files, ({ own }) => readVersion(own).base).values()];
  const newest = versions.flatMap((list) => pickNewest(list, attempts));
  const pages = group.filter(({ name, own }) => own === null && name.endsWith("_text.html"));
  const kept = new Set([...newest.map(({ from }) => from), ...pages.map(({ name }) => name)]);
  return {
    id: person === "" ? key : `${person}_${key}`,
    accounts: [{ key, name: person === "" ? null : person }],
    files: newest,
    typed: pages.map(({ name }) => ({ name, as: "page" })),
    leftAside: group
      .filter(({ name }) => !kept.has(name))
      .map(({ name, own }) => ({ name, why: own === null ? "online-text" : "earlier-attempt" })),
  };
}

function readVersion(own: string): { readonly base: string; readonly version: number } {
  const [, stem, version, end] = versioned.exec(own) ?? [];
  return stem === undefined ? { base: own, version: 0 } : { base: `${stem}${end}`, version: Number(version) };
}

/**
 * Under its own name, and under the one with a number, which an import may mean after all.
 *
 * @param attempts numbers of the submissions: what else bears these alone was handed in again with them
 */
function pickNewest(list: readonly Upload[], attempts: ReadonlySet<number>): PlatformGroup["files"] {
  const [newest, ...earlier] = rankUploads(list);
  if (newest === undefined) return [];
  const versions = list.map(({ own }) => readVersion(own).version);
  const isSameFile = earlier.length === 0 || versions.includes(0) || isSubmission(list);
  // "lab-1.ts" beside "lab-2.ts" and no "lab.ts": two files, as far as anybody can tell.
  if (!isSameFile && !versions.every((one) => attempts.has(one)))
    return [newest, ...earlier].map(({ name, own }) => ({ at: own, from: name }));
  const { base } = readVersion(newest.own);
  const others = isSameFile ? [newest] : [newest, ...earlier];
  return [
    { at: base, from: newest.name },
    ...others.flatMap(({ own, name }) =>
      own === base ? [] : [{ at: own, from: name, isAlias: true as const }],
    ),
  ];
}

/** The latest first, and of those with one name that alone. */
function rankUploads(list: readonly Upload[]): readonly Upload[] {
  const ranked = [...list].sort(
    (a, b) => readVersion(b.own).version - readVersion(a.own).version || (a.upload < b.upload ? 1 : -1),
  );
  return [...groupBy(ranked, ({ own }) => own).values()].flatMap((same) => same.slice(0, 1));
}

const isSubmission = (list: readonly { readonly own: string }[]): boolean =>
  list.every(({ own }) => /^submission\b/i.test(own));
