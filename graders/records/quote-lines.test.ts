import { quoteLines } from "./quote-lines";

const file = (text: string) => [{ path: "submission.ts", text, bytes: text.length }];

describe("quoteLines", () => {
  test("quotes two lines on either side, and fewer at the ends of the file", () => {
    const files = file("a\nb\r\nc\nd\ne\nf");
    expect(quoteLines(files, { path: "submission.ts", column: 1, line: 3 })).toEqual({
      path: "submission.ts",
      from: 1,
      lines: ["a", "b", "c", "d", "e"],
      at: { line: 3, column: 1, quotedColumn: 1 },
    });
    expect(quoteLines(files, { path: "submission.ts", column: 1, line: 1 })?.lines).toEqual(["a", "b", "c"]);
    expect(quoteLines(files, { path: "submission.ts", column: 1, line: 6 })).toMatchObject({ from: 4 });
  });

  test("cuts what is longer than a page is wide", () => {
    const [line = ""] =
      quoteLines(file("x".repeat(5000)), { path: "submission.ts", column: 1, line: 1 })?.lines ?? [];
    expect(line).toHaveLength(161);
  });

  test("quotes nothing of a file or a line that is not there", () => {
    expect(quoteLines(file("a"), { path: "other.ts", column: 1, line: 1 })).toBeUndefined();
    expect(quoteLines(file("a"), { path: "submission.ts", column: 1, line: 9 })).toBeUndefined();
  });

  test("keeps what a caret points at, in a long line and behind tabs", () => {
    const text = `\t${"x".repeat(998)}!${"y".repeat(500)}`;
    const quoted = quoteLines(file(text), { path: "submission.ts", line: 1, column: 1000 });
    const [line = ""] = quoted?.lines ?? [];
    expect(line[(quoted?.at?.quotedColumn ?? 0) - 1]).toBe("!");
    expect(line.length).toBeLessThan(200);
  });

  test("quotes nothing of other cells of a notebook", () => {
    const files = file("// Cell 1\na\n\n// Cell 4\nb\nc\n\n// Cell 5");
    const place = { path: "submission.ts", line: 6, column: 1, cell: { number: 4, line: 2 } };
    expect(quoteLines(files, place)).toMatchObject({
      from: 5,
      lines: ["b", "c"],
      at: { cell: { number: 4 } },
    });
  });
});
