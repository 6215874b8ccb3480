import { describeSyntaxError, finishSentence } from "./diagnostics";

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
  test("becomes one sentence with file and line, without the paths of the grader", () => {
    expect(describeSyntaxError(report, "lib/twice.ts")).toBe(
      "lib/twice.ts, line 3: Expected ';', '}' or <eof>.",
    );
  });

  test("without a marker takes the line from the position", () => {
    const short = "  × Unexpected eof\n   ╭─[/submission/a.ts:7:1]\n   ╰────";
    expect(describeSyntaxError(short, "a.ts")).toBe("a.ts, line 7: Unexpected eof.");
  });

  test("of an unknown form still names the file", () => {
    expect(describeSyntaxError("something broke", "a.ts")).toBe("a.ts: something broke.");
  });

  test("is one line of at most 500 characters, however long it was", () => {
    const sentence = finishSentence(`a\nb ${"x".repeat(1000)}`);
    expect(sentence).toHaveLength(500);
    expect(sentence).not.toContain("\n");
  });
});
