import { packText, unpackText } from "./packed-text";

test.each([[[]], [["a"]], [["é".repeat(300_000), "", "😀"]]])(
  "a text is packed and unpacked, case %#",
  (pieces) => {
    expect([...unpackText(packText(pieces))].join("")).toBe(pieces.join(""));
  },
);
