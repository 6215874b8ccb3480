/** How far a batch is: a bar on a terminal, a plain line per submission when piped. One doorway to cli-progress. */
import { Presets, SingleBar } from "cli-progress";

export interface Progress {
  start(total: number): void;
  advance(line: string): void;
  /** Says how it goes: behind the bar, or in a line of its own. */
  tell(text: string): void;
  stop(): void;
}

/** @param stream where it is drawn; standard output stays free for results */
export function createProgress(stream: NodeJS.WriteStream, isQuiet: boolean): Progress {
  if (isQuiet) return { start: () => {}, advance: () => {}, tell: () => {}, stop: () => {} };
  return stream.isTTY === true ? drawBar(stream) : printLines(stream);
}

function drawBar(stream: NodeJS.WriteStream): Progress {
  const format = "grading {bar} {value}/{total}  {line}  {told}";
  const bar = new SingleBar(
    { stream, format, hideCursor: true, clearOnComplete: true },
    Presets.shades_classic,
  );
  return {
    start: (total) => bar.start(total, 0, { line: "", told: "" }),
    advance: (line) => bar.increment(1, { line }),
    tell: (told) => bar.update({ told }),
    stop: () => bar.stop(),
  };
}

function printLines(stream: NodeJS.WriteStream): Progress {
  let total = 0;
  let done = 0;
  return {
    start: (count) => {
      total = count;
    },
    advance: (line) => {
      stream.write(`[${++done}/${total}] ${line}\n`);
    },
    tell: (text) => void stream.write(`${text}\n`),
    stop: () => {},
  };
}
