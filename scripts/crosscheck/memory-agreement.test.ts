import { readFileSync } from "node:fs";
import { join } from "node:path";
import { formatDifference, renderMemoryAgreement } from "./memory-agreement";

const text = renderMemoryAgreement();

test("docs/memory-agreement.md is what the command writes", () => {
  const stored = readFileSync(join(__dirname, "..", "..", "docs", "memory-agreement.md"), "utf8");
  expect(stored).toBe(text);
});

test("no recording is beyond its limit", () => {
  expect(text).not.toContain("beyond the limit");
});

test("every line of a table has as many cells as its heading", () => {
  const tables = text.split("\n\n").filter((part) => part.startsWith("|"));
  for (const table of tables) {
    const widths = table
      .trim()
      .split("\n")
      .map((line) => line.split("|").length);
    expect(new Set(widths).size).toBe(1);
  }
  expect(tables.length).toBe(6);
});

test.each([
  [7n, 7n, "equal"],
  [1_000_001n, 1_000_000n, "+0.0001 %"],
  [999n, 1000n, "-0.1000 %"],
])("%d against %d is written %s", (modelled, recorded, expected) => {
  expect(formatDifference({ modelled, recorded })).toBe(expected);
});
