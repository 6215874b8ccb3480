/** A list that may be long, in one line: the first few, and how many more there are. Pure. */
export function listFew(items: readonly string[], most: number, between: ", " | "; " = ", "): string {
  const more = items.length - most;
  const shown = items.slice(0, most).join(between);
  return more > 0 ? `${shown}${between === ", " ? " " : between}and ${more} more` : shown;
}
