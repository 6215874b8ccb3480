/**
 * The messages of a process, which are read when it rings for it: whoever watches a stream is woken for every write, and
 * the process writes every answer by itself, so that it takes none along when it ends.
 */
import type { Duplex } from "node:stream";
import { FrameReader } from "./frames";

/** What Node keeps of a stream below its own; without it the stream is watched all the time, which costs time alone. */
interface Handle {
  readStart?(): unknown;
  readStop?(): unknown;
}

export interface AnswerListener {
  /** Bodies of the messages that came together; null once one announces too many bytes. */
  receive(bodies: readonly Buffer[] | null): void;
  /** Somebody rings who is not the runner. */
  onNoise(): void;
}

/** As much as is read at once: behind so large a piece there may be another. */
const largestPiece = 65_536;

/** More than the runner has to ring for. */
const mostRings = 65_536;

/** A long answer comes in pieces; one that comes in more of them after its time is late. */
const mostLooks = 64;

export class AnswerStream {
  private heard = 0;
  private rings = 0;
  private isReadToEnd = false;
  private hasEnded = false;

  private readonly channel: Duplex;

  constructor(
    { channel, bell }: { readonly channel: Duplex; readonly bell: Duplex },
    maxBytes: number,
    { receive, onNoise }: AnswerListener,
  ) {
    this.channel = channel;
    const frames = new FrameReader(maxBytes);
    channel.on("end", () => {
      this.hasEnded = true;
    });
    channel.on("data", (piece: Buffer) => {
      this.heard += 1;
      receive(frames.push(piece));
      const goesOn = frames.isAmidFrame || piece.length >= largestPiece || this.isReadToEnd;
      if (!goesOn) this.handle?.readStop?.();
    });
    bell.on("data", (strokes: Buffer) => {
      this.heard += 1;
      this.rings += strokes.length;
      if (this.rings > mostRings) onNoise();
      else this.handle?.readStart?.();
    });
  }

  /** Once nothing more comes: an answer may lie unread while this process stood still. */
  whenSilent(then: () => void, looks = 0): void {
    const before = this.heard;
    setImmediate(() => {
      if (this.heard > before && looks < mostLooks) this.whenSilent(then, looks + 1);
      else then();
    });
  }

  /** All that was written, whether or not somebody rang. */
  readToEnd(): void {
    this.isReadToEnd = true;
    this.handle?.readStart?.();
  }

  /** @returns whether the process has closed its end */
  async readOut(): Promise<boolean> {
    this.readToEnd();
    // What is there comes in the first turn, the end behind it in the next.
    for (let turn = 0; turn < 3; turn += 1) await new Promise(setImmediate);
    return this.hasEnded;
  }

  private get handle(): Handle | null | undefined {
    return (this.channel as { _handle?: Handle | null })._handle;
  }
}
