import * as fc from "fast-check";
import { decodeSource, Refusal } from "./read-source";

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
