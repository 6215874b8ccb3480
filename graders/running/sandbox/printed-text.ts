/** What a process prints: its beginning is kept, its very end too, the rest is drained and dropped. */
import type { Readable } from "node:stream";

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

  /** @param onFlood called once more was printed than `printedBytes` */
  constructor(stream: Readable, limits: PrintedLimits, onFlood: () => void) {
    stream.on("data", (chunk: Buffer) => {
      this.total += chunk.length;
      const kept = chunk.subarray(0, limits.keptOutputBytes - this.headBytes);
      if (kept.length > 0) this.head.push(kept);
      this.headBytes += kept.length;
      this.tail = Buffer.concat([this.tail, chunk.subarray(-tailBytes)]).subarray(-tailBytes);
      if (this.total > limits.printedBytes) onFlood();
    });
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
  { stdout, stderr }: { readonly stdout: Readable; readonly stderr: Readable },
  limits: PrintedLimits,
  onFlood: () => void,
): () => Printed {
  const [out, error] = [stdout, stderr].map((one) => new PrintedText(one, limits, onFlood));
  return () => ({
    stdout: out?.text ?? "",
    stderr: error?.text ?? "",
    lastWords: error?.lastWords ?? "",
  });
}
