import { finishSentence, readSyntaxError, writeComplaint } from "./diagnostics";

const report = `
  x Expected ';', '}' or <eof>
   ,-[/submission/lib/twice.ts:2:1]
 2 | const a = 1;
 3 | const b = 2 2;
   :           |
   :             ^
   \`----

Caused by:
    Syntax Error`;

describe("a compiler's report", () => {
  test("becomes a complaint with file and line, without the paths of the grader", () => {
    const says = readSyntaxError(report, "lib/twice.ts");
    expect(says).toEqual({
      code: "does-not-compile-at",
      file: "lib/twice.ts",
      line: 3,
      complaint: "Expected ';', '}' or <eof>.",
    });
    expect(writeComplaint(says)).toBe("lib/twice.ts, line 3: Expected ';', '}' or <eof>.");
  });

  test("without a marker takes the line from the position", () => {
    const short = "  × Unexpected eof\n   ╭─[/submission/a.ts:7:1]\n   ╰────";
    expect(readSyntaxError(short, "a.ts")).toMatchObject({ line: 7, complaint: "Unexpected eof." });
  });

  test("of an unknown form still names the file", () => {
    const says = readSyntaxError("something broke", "a.ts");
    expect(says).toEqual({ code: "does-not-compile", file: "a.ts", complaint: "something broke." });
    expect(writeComplaint(says)).toBe("a.ts: something broke.");
  });

  test("is one line of at most 500 characters, however long it was", () => {
    const sentence = finishSentence(`a\nb ${"x".repeat(1000)}`);
    expect(sentence).toHaveLength(500);
    expect(sentence).not.toContain("\n");
  });
});
