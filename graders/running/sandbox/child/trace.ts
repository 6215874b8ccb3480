/**
 * What a student's own selfcheck wants to know of a call besides its answer: where it stopped, and what it printed.
 * Grading asks for none of it.
 */
import { apply, sliceText, stringify } from "./primitives";

/** Characters of a stack's end, and of the beginning of what a call printed; 0 where nobody asks. */
let longest = 0;
let printed = "";

export function startTracing(characters: number): void {
  longest = characters;
  if (longest > 0) for (const stream of [process.stdout, process.stderr]) listenTo(stream);
}

/** What is printed still goes where it goes. */
function listenTo(stream: NodeJS.WriteStream): void {
  const { write } = stream;
  stream.write = ((...given: Parameters<typeof write>) => {
    const [chunk] = given as readonly unknown[];
    if (typeof chunk === "string" && printed.length < longest)
      printed += sliceText(chunk, 0, longest - printed.length);
    return apply(write, stream, given);
  }) as typeof write;
}

/** Fields behind an answer; "" where there is nothing to tell. */
export function takePrinted(): string {
  const fields = printed === "" ? "" : `,"printed":${stringify(printed)}`;
  printed = "";
  return fields;
}

/** The field behind an error; "" where nobody asks. */
export function describeStack(error: unknown): string {
  return longest === 0 ? "" : `,"stack":${stringify(readStack(error, longest))}`;
}

/** The end of a stack, where the places stand; "" for what has none. */
export function readStack(error: unknown, characters: number): string {
  try {
    const { stack } = error as { stack?: unknown };
    return typeof stack === "string" ? sliceText(stack, -characters) : "";
  } catch {
    return "";
  }
}
