import fc from "fast-check";
import { cleanBlock, cleanLine } from "./foreign-text";

describe("cleanLine", () => {
  test.each([
    ["Zoë O'Neil-Müller 李雷 🙂", "Zoë O'Neil-Müller 李雷 🙂"],
    ["two\nlines\r\nand\ttabs\u2028more", "two lines and tabs more"],
    ["\u001b[31mred\u0007", "\uFFFD[31mred\uFFFD"],
    ["user\u202Etxt.exe", "user\uFFFDtxt.exe"],
    ["half \ud83d", "half \uFFFD"],
    ["", ""],
  ])("shows %j as %j", (text, expected) => {
    expect(cleanLine(text)).toBe(expected);
  });

  test("cuts a long line between characters", () => {
    expect(cleanLine("🙂".repeat(10), 5)).toBe("🙂🙂…");
  });

  test("leaves nothing that moves a cursor or splits a line", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
        expect(cleanLine(text)).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u);
      }),
    );
  });
});

describe("cleanBlock", () => {
  test("keeps lines and tabs", () => {
    expect(cleanBlock("a\r\n\tb\rc\u001b")).toBe("a\n\tb\nc\uFFFD");
  });
});
