/** Whether the outputs of several parts are those of one run. Pure. */
import { isDeepStrictEqual } from "node:util";
import { UsageError } from "../../contract/faults";
import type { SandboxLevel } from "../../contract/sandbox-report";
import type { ShardOutput } from "./read-output";
import type { ShardFile } from "./shard-file";
import { isSameRoster } from "./shard-roster";

/** What must be the same everywhere, by what a person calls it, with what can be done about it. */
const conditions: readonly (readonly [name: string, read: (file: ShardFile) => string, advice: string])[] = [
  ["assignment", ({ assignment }) => assignment.id, "merge parts of one assignment"],
  [
    "producer",
    ({ producer }) => `${producer.name} ${producer.version}`,
    "grade one part again with the other's version",
  ],
  ["rubric", ({ rubricDigest }) => rubricDigest, "grade one part again with the other's build"],
  ["seed", ({ seedDigest }) => seedDigest, "grade one part again with the other's seed.key or --seed"],
  ["plan", ({ planDigest }) => planDigest, "grade one part again with the other's limits"],
];

/**
 * @param outputs at least one
 * @throws UsageError naming the first two that differ, and by what
 */
export function refuseDifferent(outputs: readonly ShardOutput[]): void {
  const [first, ...others] = outputs;
  if (first === undefined) return;
  for (const other of others) {
    for (const [name, read, advice] of conditions) {
      const [here, there] = [read(first.file), read(other.file)];
      if (here !== there)
        throw new UsageError(
          `${other.folder}: another ${name} than ${first.folder} (${shorten(there)}, not ${shorten(here)}); ${advice}`,
        );
    }
    refuseOtherSubmissions(first, other);
  }
}

/** @throws UsageError naming the first two whose students, or what these handed in, differ */
export function refuseDifferentRosters(outputs: readonly ShardOutput[]): void {
  const [first, ...others] = outputs;
  const other = others.find(({ roster }) => !isSameRoster(first?.roster, roster));
  if (first === undefined || other === undefined) return;
  throw new UsageError(
    `${other.folder}: another roster than ${first.folder} (${countStudents(other)}, not ${countStudents(first)}); give the one that holds with --roster`,
  );
}

function countStudents({ roster }: ShardOutput): string {
  if (roster === undefined) return "none";
  const { matched, studentsWithoutSubmission, ambiguous } = roster;
  return `${matched.length} matched, ${studentsWithoutSubmission.length} absent, ${ambiguous.length} ambiguous`;
}

function refuseOtherSubmissions(first: ShardOutput, other: ShardOutput): void {
  const [here, there] = [listIds(first.file), listIds(other.file)];
  const odd = [...there].find((id) => !here.has(id)) ?? [...here].find((id) => !there.has(id));
  if (odd === undefined) return;
  const [has, lacks] = there.has(odd) ? [other, first] : [first, other];
  throw new UsageError(
    `${other.folder}: another class than ${first.folder} (${there.size} submissions, not ${here.size}; ${odd} is in ${has.folder} and not in ${lacks.folder}); give every part the same class`,
  );
}

function listIds({ submissions }: ShardFile): ReadonlySet<string> {
  return new Set(submissions.map((one) => one.id));
}

function shorten(text: string): string {
  return text.startsWith("sha256:") ? `${text.slice(0, 19)}…` : text;
}

/** The worst first. */
const levels: readonly SandboxLevel[] = ["minimal", "partial", "strong", "full"];

/** Of a class that was graded on several machines no more can be promised than of the weakest. */
export function findWeakest(outputs: readonly ShardOutput[]): ShardOutput | undefined {
  const rank = ({ file }: ShardOutput): number => levels.indexOf(file.sandbox.level);
  return [...outputs].sort((a, b) => rank(a) - rank(b))[0];
}

/** What differs between machines and decides no mark, in words. */
export function describeMachines(outputs: readonly ShardOutput[]): readonly string[] {
  const [first, ...others] = outputs;
  const weakest = findWeakest(outputs);
  if (first === undefined || weakest === undefined) return [];
  const tools = others.find(({ file }) => !isDeepStrictEqual(file.tools, first.file.tools));
  const sandbox = others.find(({ file }) => !isDeepStrictEqual(file.sandbox, first.file.sandbox));
  const named = (one: ShardOutput): string => `${one.folder} (${describeTools(one)})`;
  return [
    ...(tools === undefined ? [] : [`graded with different tools: ${named(first)}, ${named(tools)}`]),
    ...(sandbox === undefined
      ? []
      : [
          `graded in different sandboxes: ${first.folder} and ${sandbox.folder}; the class is told to be ${weakest.file.sandbox.level}, as in ${weakest.folder}`,
        ]),
  ];
}

function describeTools({ file }: ShardOutput): string {
  return Object.entries(file.tools)
    .map(([name, version]) => `${name} ${version}`)
    .join(", ");
}
