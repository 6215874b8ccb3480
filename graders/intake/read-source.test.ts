import files, { type FileHandle } from "node:fs/promises";
import * as fc from "fast-check";
import { GraderFault } from "../contract/faults";
import { good, locate, write } from "../testing/hand-in";
import { decodeSource, Refusal, readSource } from "./read-source";

/** What Windows-1252 has at 0x80 and above, in its order; blanks where nothing is. */
const upper = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";
const characters = [
  ...upper.replace(/ /g, ""),
  ..."éèçàüöäßñøåÉ£°±²³µ½×÷¿",
  ..."const x = 1; // 'a' \"b\"\t\n\r",
];

function encodeOld(text: string): Buffer {
  return Buffer.from(
    [...text].map((one) => {
      const at = one === " " ? -1 : upper.indexOf(one);
      return at < 0 ? one.charCodeAt(0) : 0x80 + at;
    }),
  );
}

test("a source is read the same, whichever of three encodings an editor wrote it in", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...characters), { maxLength: 40 }), (list) => {
      const text = `// “déjà” ${list.join("")}`;
      expect(decodeSource(Buffer.from(text), "a.ts")).toBe(text);
      expect(decodeSource(encodeOld(text), "a.ts")).toBe(text);
      expect(decodeSource(Buffer.from(`\uFEFF${text}`, "utf16le"), "a.ts")).toBe(text);
    }),
  );
});

test("bytes that no text has are refused", () => {
  for (const byte of [0x00, 0x01, 0x07, 0x1f, 0x7f, 0x81, 0x8d, 0x9d])
    expect(() => decodeSource(Buffer.from([0x61, 0xe9, byte]), "a.ts")).toThrow(Refusal);
});

describe("a file system that gives a few bytes at a time", () => {
  afterEach(() => jest.restoreAllMocks());

  const giveUpTo = (most: number): void => {
    const { open } = files;
    jest.spyOn(files, "open").mockImplementation(async (...asked) => {
      const file = await open(...asked);
      const read = (buffer: Buffer, offset: number, length: number, position: number) =>
        file.read(buffer, offset, Math.max(0, Math.min(length, 3, most - position)), position);
      const get = (target: FileHandle, key: string | symbol): unknown => {
        const value = key === "read" ? read : Reflect.get(target, key);
        return typeof value === "function" ? value.bind(target) : value;
      };
      return new Proxy(file, { get });
    });
  };
  const readAll = () => readSource(locate("submission.ts"), "submission.ts", 1024);

  beforeEach(() => write("submission.ts", good));

  test("is asked until there is no more", async () => {
    giveUpTo(Number.POSITIVE_INFINITY);
    expect(String(await readAll())).toBe(good);
  });

  test("is at fault, and not the student, where that is less than the file holds", async () => {
    giveUpTo(7);
    const reading = readAll();
    await expect(reading).rejects.toThrow(GraderFault);
    await expect(reading).rejects.toThrow(
      "submission.ts changed while it was read (shorter than it was); grade it again",
    );
  });
});
