import { readPlot } from "./plot-spec";

describe("a spec as text that is nested without end", () => {
  test.each([
    ["a list", `{"a":${"[".repeat(400_000)}${"]".repeat(400_000)}}`],
    ["a list that never closes", `{"a":${"[".repeat(400_000)}`],
    ["objects", `${'{"layer":'.repeat(90_000)}1${"}".repeat(90_000)}`],
  ])("is no chart, and overflows nothing: %s", (_name, text) => {
    expect(readPlot(text)).toEqual({ ok: false, came: { code: "returned-string" } });
  });
});
