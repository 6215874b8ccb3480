import { UsageError } from "../../contract/faults";
import { sampleBatch } from "../../testing/sample-class";
import { describeMachines, findWeakest, refuseDifferent, refuseDifferentRosters } from "./compare-outputs";
import type { ShardOutput } from "./read-output";
import { describeShard, type ShardFile } from "./shard-file";

function makeOutput(folder: string, change: Partial<ShardFile> = {}): ShardOutput {
  const found = ["ann", "bob"].map((id) => ({ kind: "unread" as const, id, fault: "disk" }));
  const file = { ...describeShard({ index: 1, count: 2 }, sampleBatch, found), ...change };
  return { folder, file, records: [], roster: undefined };
}

const other = `sha256:${"d".repeat(64)}`;
const few = [{ id: "ann", contentDigest: null }];

test.each<readonly [string, Partial<ShardFile>]>([
  ["producer", { producer: { name: "ridgepoint", version: "9.9.9" } }],
  ["rubric", { rubricDigest: other }],
  ["seed", { seedDigest: other }],
  ["plan", { planDigest: other }],
  ["assignment", { assignment: { id: "another" } }],
  ["class", { submissions: few }],
])("outputs of another %s are refused in one line that names it and both folders", (name, change) => {
  const refuse = () => refuseDifferent([makeOutput("out-1"), makeOutput("out-2", change)]);
  expect(refuse).toThrow(UsageError);
  expect(refuse).toThrow(new RegExp(`^out-2: another ${name} than out-1 \\(.*\\); .+$`));
});

test("outputs that agree are taken", () => {
  const second = makeOutput("out-2", { shard: { index: 2, count: 2 } });
  expect(() => refuseDifferent([makeOutput("out-1"), second])).not.toThrow();
  expect(describeMachines([makeOutput("out-1"), second])).toEqual([]);
});

test("a roster in one and none in another is refused", () => {
  const roster = { matched: [], submissionsWithoutStudent: [], studentsWithoutSubmission: [], ambiguous: [] };
  const outputs = [makeOutput("out-1"), { ...makeOutput("out-2"), roster }];
  expect(() => refuseDifferentRosters(outputs)).toThrow(
    /^out-2: another roster than out-1 \(0 matched, .*, not none\); give .* --roster$/,
  );
});

test("no more is promised of the class than the weakest machine held, and it is said", () => {
  const weak = makeOutput("out-2", { sandbox: { ...sampleBatch.sandbox, level: "minimal" } });
  const outputs = [makeOutput("out-1"), weak];
  expect(findWeakest(outputs)).toBe(weak);
  expect(describeMachines(outputs)).toEqual([
    "graded in different sandboxes: out-1 and out-2; the class is told to be minimal, as in out-2",
  ]);
});

test("different versions of tools are told, since records name them", () => {
  const outputs = [makeOutput("out-1"), makeOutput("out-2", { tools: { node: "24.0.0" } })];
  expect(describeMachines(outputs)).toEqual([
    "graded with different tools: out-1 (node 20.0.0, typescript 5.9.3), out-2 (node 24.0.0)",
  ]);
});
