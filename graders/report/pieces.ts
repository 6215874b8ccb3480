/**
 * Pages that grow with a class, in pieces: what partials give is kept deflated until it is written, and a sign stands in
 * its place. Joined by a template alone, a page takes ten times its length in memory.
 */
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { compileTemplate, type TemplateSources } from "./handlebars";

/** Shorter ones are no burden. */
const shortest = 1_000;
/** Around the number of what was set aside. No text holds it: views are cleaned of control characters. */
const sign = "\u0000";

/** @throws as `compileTemplate` */
export function compileInPieces(name: string, sources: TemplateSources): (view: object) => Iterable<string> {
  let aside: Uint8Array[] = [];
  const render = compileTemplate(name, sources, "html", (text) => {
    if (text.length < shortest) return text;
    aside.push(Uint8Array.from(deflateRawSync(text, { level: 3 })));
    return `${sign}${aside.length - 1}${sign}`;
  });
  return (view) => {
    const own: Uint8Array[] = [];
    aside = own;
    const page = render(view);
    return { [Symbol.iterator]: () => putTogether(page, own) };
  };
}

/** What was set aside may hold what was set aside before it, and nothing else: so this ends. */
function* putTogether(text: string, aside: readonly Uint8Array[]): Generator<string> {
  for (const [at, piece] of text.split(sign).entries()) {
    const bytes = at % 2 === 0 ? undefined : aside[Number(piece)];
    if (at % 2 === 0) yield piece;
    else if (bytes !== undefined) yield* putTogether(inflateRawSync(bytes).toString("utf8"), aside);
  }
}
