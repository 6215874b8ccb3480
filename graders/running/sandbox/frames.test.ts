import fc from "fast-check";
import { encodeFrame, FrameReader } from "./frames";

function cut(bytes: Buffer, sizes: readonly number[]): Buffer[] {
  const pieces: Buffer[] = [];
  let start = 0;
  for (const size of sizes) {
    pieces.push(bytes.subarray(start, start + size));
    start += size;
  }
  return [...pieces, bytes.subarray(start)];
}

describe("frames", () => {
  test("however the bytes are cut, the same texts come out in the same order", () => {
    const property = fc.property(
      fc.array(fc.string({ unit: "grapheme" })),
      fc.array(fc.integer({ min: 1, max: 9 })),
      (texts, sizes) => {
        const reader = new FrameReader(10_000);
        const pieces = cut(Buffer.concat(texts.map(encodeFrame)), sizes);
        const bodies = pieces.flatMap((piece) => reader.push(piece) ?? []);
        expect(bodies.map(String)).toEqual(texts);
      },
    );
    fc.assert(property);
  });

  test("a frame of the largest size passes, one byte more is refused by its header alone", () => {
    expect(new FrameReader(5).push(encodeFrame("12345"))?.map(String)).toEqual(["12345"]);
    expect(new FrameReader(5).push(encodeFrame("123456").subarray(0, 4))).toBeNull();
  });

  test("an empty frame is a frame", () => {
    expect(new FrameReader(5).push(encodeFrame(""))?.map(String)).toEqual([""]);
  });

  test("a frame that drips in byte by byte costs no more than itself", () => {
    const reader = new FrameReader(100_000);
    const frame = encodeFrame("x".repeat(100_000));
    const before = process.memoryUsage().arrayBuffers;
    let bodies: readonly Buffer[] | null = [];
    for (let i = 0; i < frame.length; i += 1) bodies = reader.push(frame.subarray(i, i + 1));
    expect(bodies?.[0]?.length).toBe(100_000);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1_000_000);
  });
});
