/** What was run a second time need not be run so again: neither after an interruption, nor where nothing has changed. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Assignment } from "../contract/assignment";
import type { SubmissionRecord } from "../contract/record";
import { gradeFolder } from "../testing/grade-folder";
import { makeTemporaryFolder, type TemporaryFolder } from "../testing/temporary-folder";
import { changeArea, priceQuestion, toyAssignment } from "../testing/toy-assignment";

let folder: TemporaryFolder;

const price = "export const price = (rows, columns) => 3 * rows * columns;\n";
const names = ["ann", "bob", "cem", "dee"];

beforeEach(async () => {
  folder = await makeTemporaryFolder();
  await mkdir(join(folder.path, "class"));
  for (const [at, name] of names.entries()) await hand(name, `${at + 1} * rows * columns`);
  await writeFile(join(folder.path, "class", "broken.ts"), "export const area = (;\n");
});
afterEach(() => folder.remove());

const hand = (name: string, area: string): Promise<void> =>
  writeFile(
    join(folder.path, "class", `${name}.ts`),
    `export const area = (rows, columns) => ${area};\n${price}`,
  );

interface Asked {
  readonly twice?: true;
  readonly questions?: readonly string[];
  readonly assignment?: Assignment;
  /** Interrupt it once so many are done. */
  readonly after?: number;
}

/** @returns who was run, and all records where the run came to its end */
async function grade({ after, assignment = toyAssignment, ...request }: Asked) {
  const interrupting = new AbortController();
  const ran: string[] = [];
  let done = 0;
  const graded = gradeFolder(join(folder.path, "class"), join(folder.path, "out"), {
    assignment,
    request: { jobs: 1, ...request },
    context: {
      signal: interrupting.signal,
      onProgress: (one) => {
        if (one.kind !== "finished") return;
        if (!one.reused) ran.push(one.record.submission.id.replace(".ts", ""));
        done += 1;
        if (done === after) interrupting.abort(new Error("interrupted"));
      },
    },
  });
  const records = await graded.then(
    (one) => one.records,
    (): readonly SubmissionRecord[] => [],
  );
  return { ran: ran.sort(), records };
}

const listTwice = (records: readonly SubmissionRecord[]) =>
  records.flatMap(({ submission, ranTwice }) => (ranTwice ? [submission.id.replace(".ts", "")] : []));

test("a run that is interrupted goes on where it was, and another one starts nothing", async () => {
  const first = await grade({ twice: true, after: 2 });
  expect(first.ran).toHaveLength(2);
  const second = await grade({ twice: true });
  expect([...first.ran, ...second.ran].sort()).toEqual(["ann", "bob", "broken", "cem", "dee"]);
  expect(listTwice(second.records)).toEqual(names);
  expect((await grade({ twice: true })).ran).toEqual([]);
  await hand("bob", "9");
  expect((await grade({ twice: true })).ran).toEqual(["bob"]);
});

test("what was run once is run again, and twice stands for once", async () => {
  const once = listTwice((await grade({})).records);
  const { ran, records } = await grade({ twice: true });
  expect(ran).toEqual(names.filter((name) => !once.includes(name)));
  expect(listTwice(records)).toEqual(names);
  const after = await grade({});
  expect([after.ran, listTwice(after.records)]).toEqual([[], names]);
});

test("marks of which a part was judged anew are not said to have been run a second time", async () => {
  await grade({ twice: true });
  const cases = () => [
    { id: "new", source: "edge" as const, why: "asked anew", input: { rows: 5, columns: 7 } },
  ];
  const assignment = { ...toyAssignment, questions: [changeArea({ cases }), priceQuestion] };
  const drawn = listTwice((await grade({ assignment, questions: ["area"] })).records);
  expect(drawn.length).toBeLessThan(names.length);
  const { ran, records } = await grade({ twice: true, assignment });
  expect(listTwice(records)).toEqual(names);
  expect(ran).toEqual(expect.arrayContaining(names.filter((name) => !drawn.includes(name))));
});
