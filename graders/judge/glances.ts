/** What was looked at of somebody's earlier work, to know for whom else the same follows. */
import type { Earlier } from "../contract/earlier";
import { keyOf } from "./part-key";
import { writeFound, writeValue } from "./write-value";

/** One look, and what stood there. */
export interface Glance {
  readonly at: keyof Earlier;
  readonly of: string;
  readonly part: string | undefined;
  readonly was: string | undefined;
}

export interface Watched {
  /** The same work. */
  readonly earlier: Earlier;
  /** All that was looked at up to now, each once, in the order of the first looks. */
  list(): readonly Glance[];
}

/** Thousands of vectors look, at a few things: only the first look at each is noted. */
export function watchEarlier(earlier: Earlier): Watched {
  const glances: Glance[] = [];
  const once = <Found>(at: keyof Earlier, find: (of: string, part?: string) => Found) => {
    const found = new Map<string, { readonly it: Found }>();
    return (of: string, part?: string): Found => {
      const name = part === undefined ? of : keyOf(of, part);
      const known = found.get(name);
      if (known !== undefined) return known.it;
      const it = find(of, part);
      found.set(name, { it });
      glances.push({ at, of, part, was: look(earlier, at, of, part) });
      return it;
    };
  };
  return {
    earlier: {
      answer: once("answer", (name) => earlier.answer(name)),
      reading: once("reading", (question, part) => earlier.reading(question, part)),
      explanation: once("explanation", (question) => earlier.explanation(question)),
    },
    list: () => [...glances],
  };
}

/** Whether the same stands there in the work of somebody else. */
export const isGlanceAsThen = ({ at, of, part, was }: Glance, earlier: Earlier): boolean =>
  look(earlier, at, of, part) === was;

function look(earlier: Earlier, at: keyof Earlier, of: string, part?: string): string | undefined {
  switch (at) {
    case "answer":
      return writeValue(earlier.answer(of));
    case "reading":
      return writeFound(earlier.reading(of, part));
    case "explanation":
      return earlier.explanation(of);
  }
}
