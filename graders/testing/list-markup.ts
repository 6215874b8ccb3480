/** For tests: every tag and attribute name in a page, found without a parser: escaped text holds no "<". */

export interface Markup {
  readonly tags: ReadonlySet<string>;
  readonly attributes: ReadonlySet<string>;
  /** Values of href. */
  readonly links: readonly string[];
}

export function listMarkup(html: string): Markup {
  const tags = new Set<string>();
  const attributes = new Set<string>();
  const links: string[] = [];
  const ours = html.replace(/<style>[^<]*<\/style>/, "").replace(/<script>[^<]*<\/script>/, "");
  for (const [, tag, rest] of ours.matchAll(/<([^\s>]*)((?:\s+[^\s=>]+(?:="[^"]*")?)*)[^>]*>/g)) {
    tags.add((tag ?? "").replace("/", ""));
    for (const [, name, value] of (rest ?? "").matchAll(/\s+([^\s=>]+)(?:="([^"]*)")?/g)) {
      attributes.add(name ?? "");
      if (name === "href") links.push(value ?? "");
    }
  }
  return { tags, attributes, links };
}
