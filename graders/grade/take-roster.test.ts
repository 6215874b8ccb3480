import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { UsageError } from "../contract/faults";
import type { Account, FoundSubmission } from "../contract/submission";
import { makeTemporaryFolder, type TemporaryFolder } from "../testing/temporary-folder";
import { retakeRoster, takeRoster } from "./take-roster";

let folder: TemporaryFolder;
let rosterPath: string;
beforeEach(async () => {
  folder = await makeTemporaryFolder();
  rosterPath = join(folder.path, "class.csv");
  await writeFile(rosterPath, "Student ID,Name\n1001,Ada\n1002,Bob\n1003,Cy\n1004,Dee\n");
});
afterEach(() => folder.remove());

const find = (id: string, account?: Account): FoundSubmission => ({
  kind: "refused",
  id,
  refused: { code: "folder-empty" },
  ...(account ? { accounts: [account] } : {}),
});

const handedIn = (submissions: readonly FoundSubmission[], leftAside: readonly string[] = []) => ({
  submissions,
  leftAside: leftAside.map((name) => ({ name, because: { code: "no-submission", file: name } as const })),
});

test("stops when nobody on the roster handed in anything, and shows three of each side", async () => {
  const submissions = ["1001_ada", "1002_bob", "1003_cy", "1004_dee"].map((id) => find(id));
  await expect(takeRoster({ rosterPath }, handedIn(submissions), folder.path)).rejects.toThrow(
    new UsageError(
      `${rosterPath}: none of the 4 submissions (1001_ada, 1002_bob, 1003_cy, …) is named like an id of the roster (1001, 1002, 1003, …); say what the names look like with --match "{id}_*", or which column holds the ids with --roster-id "<column>"`,
    ),
  );
});

test("stops as well where the roster is at odds with itself alone, and goes on where one submission is somebody's", async () => {
  await writeFile(rosterPath, "Student ID,Name\n1001,Ada\n1001,Bob\n1003,Cy\n");
  const named = ["1001_ada", "1002_bob"].map((id) => find(id));
  await expect(takeRoster({ rosterPath }, handedIn(named), folder.path)).rejects.toThrow(
    /none of the 2 submissions/,
  );
  const { match } = await takeRoster({ rosterPath }, handedIn([...named, find("1001")]), folder.path);
  expect(match?.ambiguous.map((one) => one.submissionIds)).toEqual([["1001"]]);
});

test("goes on with a declared pattern, and with what the platform says", async () => {
  const byPattern = { rosterPath, rosterPattern: "{id}_*" };
  const { match } = await takeRoster(byPattern, handedIn([find("1001_ada"), find("1002_bob")]), folder.path);
  expect(match?.matched.map((one) => one.student.id)).toEqual(["1001", "1002"]);
  const told = await takeRoster(
    { rosterPath },
    handedIn([find("cy_1_2_x.ts", { key: "12345", name: "Cy" })]),
    folder.path,
  );
  expect(told.match?.matched.map((one) => one.student.id)).toEqual(["1003"]);
});

test("suggests whose the rest may be, also what lies beside the submissions", async () => {
  const { match } = await takeRoster(
    { rosterPath },
    handedIn([find("1001"), find("1002x"), find("Dee")], ["1003.zip"]),
    folder.path,
  );
  expect(match?.submissionsWithoutStudent).toEqual(["1002x", "Dee"]);
  expect(match?.suggestions?.map((one) => [one.name, one.students.map(({ id }) => id)])).toEqual([
    ["Dee", ["1004"]],
    ["1003.zip", ["1003"]],
  ]);
});

test.each([{ rosterPattern: "{id}_*" }, { rosterIdColumn: "Name" }])(
  "asks for the roster that %j speaks of",
  async (request) => {
    await expect(takeRoster(request, handedIn([find("a")]), folder.path)).rejects.toThrow(
      /expected --roster <file>/,
    );
  },
);

describe("reporting again", () => {
  test("finds whom the platform told, and who is graded since, so that nobody is graded and absent at once", async () => {
    const told = find("cy_1_2_x.ts", { key: "12345", name: "Cy" });
    const { match: earlier } = await takeRoster({ rosterPath }, handedIn([told, find("gone")]), folder.path);
    const { match } = await retakeRoster({}, ["cy_1_2_x.ts", "1001"], folder.path, earlier);
    expect(match?.matched.map((one) => [one.submissionId, one.student.id])).toEqual([
      ["cy_1_2_x.ts", "1003"],
      ["1001", "1001"],
    ]);
    expect(match?.studentsWithoutSubmission.map((one) => one.id)).toEqual(["1002", "1004"]);
    expect(match?.submissionsWithoutStudent).toEqual([]);
  });

  test("takes another roster when one is asked for, and none when there never was one", async () => {
    const { match: earlier } = await takeRoster({ rosterPath }, handedIn([find("1001")]), folder.path);
    const other = join(folder.path, "other.csv");
    await writeFile(other, "id,name\n1001,Ada Lovelace\n");
    const { match } = await retakeRoster({ rosterPath: other }, ["1001"], folder.path, earlier);
    expect(match?.matched.map((one) => one.student.name)).toEqual(["Ada Lovelace"]);
    expect(match?.studentsWithoutSubmission).toEqual([]);
    expect(await retakeRoster({}, ["1001"], folder.path, undefined)).toEqual({ notices: [] });
  });
});
