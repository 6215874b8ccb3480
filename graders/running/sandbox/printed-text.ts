/**
 * What a process prints: its beginning is kept, its very end too, the rest is drained and dropped. Once it is too much,
 * nothing is read while the process lives: whoever prints it stands there until the end.
 */
import type { Readable } from "node:stream";
import type { StartedProcess } from "./process";

const tailBytes = 4096;

export interface PrintedLimits {
  readonly keptOutputBytes: number;
  readonly printedBytes: number;
}

class PrintedText {
  private readonly head: Buffer[] = [];
  private tail = Buffer.alloc(0);
  private headBytes = 0;
  private total = 0;
  private isFlood = false;

  /** @param onFlood called when more was printed than `printedBytes` */
  constructor(stream: Readable, exited: Promise<unknown>, limits: PrintedLimits, onFlood: () => void) {
    stream.on("data", (chunk: Buffer) => {
      this.keep(chunk, limits.keptOutputBytes);
      if (this.isFlood || this.total <= limits.printedBytes) return;
      this.isFlood = true;
      stream.pause();
      // Its end is waited for by whoever closes it.
      exited.then(() => stream.resume());
      onFlood();
    });
  }

  private keep(chunk: Buffer, keptBytes: number): void {
    this.total += chunk.length;
    const kept = chunk.subarray(0, keptBytes - this.headBytes);
    if (kept.length > 0) this.head.push(kept);
    this.headBytes += kept.length;
    this.tail = Buffer.concat([this.tail, chunk.subarray(-tailBytes)]).subarray(-tailBytes);
  }

  /** The beginning. Hostile text: whoever shows it escapes it. */
  get text(): string {
    return Buffer.concat(this.head).toString();
  }

  /** The end, where a runtime that gives up leaves its last words. */
  get lastWords(): string {
    return this.tail.toString();
  }
}

export interface Printed {
  readonly stdout: string;
  readonly stderr: string;
  /** The end of the latter. */
  readonly lastWords: string;
}

/** Both of a process's. */
export function collectPrinted(
  { stdout, stderr, exited }: Pick<StartedProcess, "stdout" | "stderr" | "exited">,
  limits: PrintedLimits,
  onFlood: () => void,
): () => Printed {
  const [out, error] = [stdout, stderr].map((one) => new PrintedText(one, exited, limits, onFlood));
  return () => ({
    stdout: out?.text ?? "",
    stderr: error?.text ?? "",
    lastWords: error?.lastWords ?? "",
  });
}
