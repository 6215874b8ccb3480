import type { Value } from "../../../contract/value";
import { hideForeignWords } from "../../../wording/hide-foreign-words";
import { sayMessage } from "../../../wording/messages";
import { english } from "../../../wording/translator";
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

const chart = {
  data: { values: [1, 2, 4].map((b) => ({ b, ai: b / 2 })) },
  mark: "line",
  encoding: { x: { field: "b", type: "quantitative" }, y: { field: "ai", type: "quantitative" } },
};

/** What editors and tutorials write around a chart, and nothing else says what is to be left out. */
test.each<[string, Value, RegExp]>([
  ["a selection", { ...chart, params: [{ name: "p", select: "interval" }] }, /at \/params: .*empty list/],
  ["a transform", { ...chart, transform: [{ filter: "true" }] }, /at \/transform: .*empty list/],
  ["named data", { ...chart, datasets: { d: [] }, data: { name: "d" } }, /name, got "datasets"/],
  ["a selection of version 4", { ...chart, selection: { grid: {} } }, /name, got "selection"/],
  ["a wide chart", { ...chart, width: 20_000 }, /at \/width: expected a number of at most 2000/],
  ["a tooltip", { ...chart, encoding: { ...chart.encoding, legend: {} } }, /at \/encoding: .*got "legend"/],
])("%s is refused in words that say what to leave out", (_, spec, words) => {
  const read = readPlot(spec);
  const came = read.ok ? { code: "returned-nothing" as const } : hideForeignWords(read.came, []);
  expect(sayMessage(came, english)).toMatch(words);
});
