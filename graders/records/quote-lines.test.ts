import { quoteLines } from "./quote-lines";

const file = (text: string) => [{ path: "submission.ts", text, bytes: text.length }];

describe("quoteLines", () => {
  test("quotes two lines on either side, and fewer at the ends of the file", () => {
    const files = file("a\nb\r\nc\nd\ne\nf");
    expect(quoteLines(files, { file: "submission.ts", line: 3 })).toEqual({
      path: "submission.ts",
      from: 1,
      lines: ["a", "b", "c", "d", "e"],
    });
    expect(quoteLines(files, { file: "submission.ts", line: 1 })?.lines).toEqual(["a", "b", "c"]);
    expect(quoteLines(files, { file: "submission.ts", line: 6 })).toMatchObject({ from: 4 });
  });

  test("cuts what is longer than a page is wide", () => {
    const [line = ""] = quoteLines(file("x".repeat(5000)), { file: "submission.ts", line: 1 })?.lines ?? [];
    expect(line).toHaveLength(161);
  });

  test("quotes nothing of a file or a line that is not there", () => {
    expect(quoteLines(file("a"), { file: "other.ts", line: 1 })).toBeUndefined();
    expect(quoteLines(file("a"), { file: "submission.ts", line: 9 })).toBeUndefined();
  });
});
