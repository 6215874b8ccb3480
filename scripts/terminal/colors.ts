/** Colours for a terminal, and the guard that keeps hostile text from steering it. One doorway to picocolors. */
import pc from "picocolors";

export const { bold, dim, green, red, yellow, isColorSupported: isColoured } = pc;

/** Names and messages may come from strangers: control and direction characters become visible. */
export function toPlainText(text: string): string {
  return text.replaceAll("\t", "  ").replace(/\p{Cc}|[\u2028-\u202e\u2066-\u2069]/gu, "�");
}
