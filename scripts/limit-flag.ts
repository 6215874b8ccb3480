/** The flag about limits, the same wherever submissions are run. */

/** Collects what is repeated; names and values are checked with all limits. */
export function collectLimit(text: string, limits: Record<string, string>): Record<string, string> {
  const [, name, value] = /^(\w+)=(.*)$/s.exec(text) ?? [text, text, ""];
  return { ...limits, [name as string]: value as string };
}

export const limitOption = [
  "--limit <name=value>",
  "override a limit, e.g. --limit callMs=5000 (repeatable)",
] as const;
