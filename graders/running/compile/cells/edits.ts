/** Changes of a text that leave every line where it stands, and most columns. */

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export interface Edits {
  /** @param text on one line; what is inserted first at a place stands first */
  insert(at: number, text: string): void;
  /** Blanks instead of what stands there; `text`, where it is given, takes the place of the last ones. */
  blank(from: number, to: number, text?: string): void;
  apply(): string;
}

/** @param source whose changes may not overlap */
export function editText(source: string): Edits {
  const edits: Edit[] = [];
  return {
    insert: (at, text) => edits.push({ from: at, to: at, text }),
    blank: (from, to, text = "") => edits.push({ from, to, text: blankOut(source.slice(from, to), text) }),
    apply: () => {
      let written = "";
      let at = 0;
      // Sorting keeps the order of what begins at the same place.
      for (const { from, to, text } of [...edits].sort((a, b) => a.from - b.from)) {
        written += source.slice(at, from) + text;
        at = to;
      }
      return written + source.slice(at);
    },
  };
}

/** Every line as long as it was, with a text at the end of the last one, which may grow by it. */
export function blankOut(source: string, text = ""): string {
  const blanks = source.replace(/[^\n]/g, " ");
  const lastLine = blanks.length - 1 - blanks.lastIndexOf("\n");
  return blanks.slice(0, blanks.length - Math.min(lastLine, text.length)) + text;
}
