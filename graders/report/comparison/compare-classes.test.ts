import type { MarkedRecord } from "../../contract/hand-mark";
import { sampleAssignment } from "../../testing/sample-assignment";
import { makeJudged, makeRecord, sampleRecords } from "../../testing/sample-class";
import { explainedBy, makeVerdict } from "../../testing/sample-verdicts";
import { compareClasses } from "./compare-classes";
import { formatComparisonTable } from "./comparison-table";
import { groupChanges } from "./group-changes";

const side = (...records: MarkedRecord[]) => ({ assignment: sampleAssignment, records });
const answer = (id: string, finding: "exact" | "twice", points: string) =>
  makeJudged(id, [makeVerdict("padding", [points, "1"], explainedBy(finding))]);
const failed = (id: string) => makeRecord(id, { kind: "fault", fault: "the grader fell" });

test("the same records differ in nothing, and who is on one side only is named", () => {
  const { full, wrong, broken, failed: fault } = sampleRecords;
  expect(compareClasses(side(full, wrong, broken), side(broken, fault, wrong))).toEqual({
    changed: [],
    unchanged: 2,
    onlyBefore: ["ada"],
    onlyAfter: ["all-our-fault"],
  });
});

test("gains and losses are exact, and told in the words of the options", () => {
  const before = side(answer("ada", "twice", "0.1"), answer("bob", "exact", "1"));
  const after = side(answer("ada", "exact", "0.3"), answer("bob", "twice", "0.25"));
  const { changed } = compareClasses(before, after);
  expect(
    changed.map(({ submission, questions }) => [submission, questions[0]?.kind, questions[0]?.by]),
  ).toEqual([
    ["ada", "gains", "0.2"],
    ["bob", "loses", "-0.75"],
  ]);
  expect(changed[0]?.questions[0]).toMatchObject({
    before: { says: expect.stringContaining("You counted every multiply-add twice.") },
    after: { says: expect.stringContaining("This is right.") },
  });
  expect(changed[0]).toMatchObject({ before: { points: "0.1" }, after: { points: "0.3" } });
});

test.each([
  ["the grader failed", failed("ada"), "not graded"],
  [
    "it could not be run",
    makeRecord("ada", {
      kind: "ungradable",
      cause: "does-not-load",
      says: { code: "does-not-compile", file: "submission.ts", complaint: "';' expected" },
    }),
    "ungradable",
  ],
])("no points because %s is not a loss, and the way back no gain", (_, none) => {
  const graded = answer("ada", "exact", "1");
  const there = compareClasses(side(graded), side(none)).changed[0];
  const back = compareClasses(side(none), side(graded)).changed[0];
  const padding = (change: typeof there) => change?.questions.find(({ question }) => question === "padding");
  expect(padding(there)).toMatchObject({ kind: "no-longer-judged", by: null, after: { points: null } });
  expect(padding(back)).toMatchObject({ kind: "now-judged", by: null, before: { points: null } });
  expect([there?.after, back?.before]).toEqual([null, null]);
});

test("the same points for something else are a change, evidence of another seed is none", () => {
  const first = answer("ada", "exact", "0.25");
  const text = JSON.stringify(first).replaceAll("came-4242", "came-77");
  expect(compareClasses(side(first), side(JSON.parse(text))).changed).toEqual([]);
  const [change] = compareClasses(side(first), side(answer("ada", "twice", "0.25"))).changed;
  expect(change?.questions).toMatchObject([{ kind: "same-points", by: "0" }]);
});

test("a mark by hand is told as one, also when it no longer fits", () => {
  const graded = answer("ada", "exact", "1");
  const mark = { comments: [], by: ["AB"], automatic: "0.25" };
  const marked: MarkedRecord = { ...graded, marks: { padding: mark } };
  const outdated: MarkedRecord = { ...graded, marks: { padding: { ...mark, outdated: "another-hand-in" } } };
  const [change] = compareClasses(side(marked), side(outdated)).changed;
  expect(change?.questions).toMatchObject([
    { before: { byHand: true }, after: { byHand: false, outdated: "another-hand-in" } },
  ]);
});

test("whoever has the same change is told together, the largest group first, in the order of the questions", () => {
  const before = side(...["a", "b", "c"].map((id) => answer(id, "twice", "0.25")));
  const after = side(answer("a", "twice", "0.5"), answer("b", "exact", "1"), answer("c", "exact", "1"));
  const [padding, ...others] = groupChanges(compareClasses(before, after), ["softmax", "padding"]);
  expect(others).toEqual([]);
  expect(padding).toMatchObject({ question: "padding", gains: 3, loses: 0, others: 0 });
  expect(padding?.groups.map(({ submissions }) => submissions)).toEqual([["b", "c"], ["a"]]);
});

test("in the table, a cell without points is empty, and a name cannot run as a formula", () => {
  const table = formatComparisonTable(
    compareClasses(side(answer("=1+1", "exact", "1"), failed("x")), side(failed("=1+1"))),
  );
  expect(table).toContain("'=1+1,padding,no-longer-judged,,1,,1,");
  expect(table).toContain("x,,only-before,,,,,,,,");
});
