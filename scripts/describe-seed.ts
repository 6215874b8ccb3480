/** Which seed the hidden inputs of a class come from, in a line; the seed itself is never said. */
import { relative } from "node:path";
import type { SeedOfFolder, SeedOrigin } from "../graders/grade/class-seed";

export function describeSeed(origin: SeedOrigin): string {
  switch (origin.kind) {
    case "secret":
      return `seed: secret of this class, kept in ${shortenPath(origin.path)}; keep it, and to yourself`;
    case "given":
      return "seed: given by --seed, so public: whoever knows it can compute the hidden inputs";
  }
}

/** @param out as it was typed */
export function describeSeedOfFolder({ path, records }: SeedOfFolder, out: string): string {
  const others =
    records.other === 0
      ? ""
      : `; ${records.other} of ${records.own + records.other} marks there were made under another one, given by --seed`;
  return path === null
    ? `seed: ${out} has none of its own yet; the first npm run grade or npm run seal without --seed makes a secret one${others}`
    : `${describeSeed({ kind: "secret", path })}${others}`;
}

function shortenPath(path: string): string {
  const short = relative(process.cwd(), path);
  return short.startsWith("..") ? path : short;
}
