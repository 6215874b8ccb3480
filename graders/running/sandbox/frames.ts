/** Frames on the private descriptor: 4 bytes of length, big-endian, then that many bytes, mostly UTF-8 JSON. */

const headerBytes = 4;

/** A request that comes in two frames. */
export interface LargeRequest {
  /** JSON fields without braces; an id is added. */
  readonly fieldsText: string;
  readonly body: Buffer;
}

export function encodeFrame(body: string | Buffer): Buffer {
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  const frame = Buffer.allocUnsafe(headerBytes + bytes.length);
  frame.writeUInt32BE(bytes.length, 0);
  frame.set(bytes, headerBytes);
  return frame;
}

/**
 * Cuts a byte stream into frames. A frame that announces more than `maxBytes` is refused by its header, so a
 * stream costs at most one frame of memory, however it is cut into pieces.
 */
export class FrameReader {
  private readonly header = Buffer.alloc(headerBytes);
  private body: Buffer | null = null;
  private filled = 0;

  constructor(private readonly maxBytes: number) {}

  /** Whether a frame has begun and not ended. */
  get isAmidFrame(): boolean {
    return this.body !== null || this.filled > 0;
  }

  /** Adds bytes and returns the bodies completed by them, or null once a frame announces too many bytes. */
  push(chunk: Buffer): readonly Buffer[] | null {
    const bodies: Buffer[] = [];
    let rest = chunk;
    while (rest.length > 0) {
      rest = this.fill(rest);
      if (this.body === null && this.filled === headerBytes) {
        const length = this.header.readUInt32BE(0);
        if (length > this.maxBytes) return null;
        this.body = Buffer.allocUnsafe(length);
        this.filled = 0;
      }
      if (this.body !== null && this.filled === this.body.length) {
        bodies.push(this.body);
        this.body = null;
        this.filled = 0;
      }
    }
    return bodies;
  }

  /** Copies what fits into the part being read and returns what is left over. */
  private fill(bytes: Buffer): Buffer {
    const copied = bytes.copy(this.body ?? this.header, this.filled);
    this.filled += copied;
    return bytes.subarray(copied);
  }
}
