import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { GraderFault, UsageError } from "../../contract/faults";
import { readRoster, writeRoster } from "../../records/roster-document";
import { makeTemporaryFolder, type TemporaryFolder } from "../../testing/temporary-folder";
import { matchRoster } from "./roster";
import { readRosterFile } from "./roster-file";

let folder: TemporaryFolder;
beforeEach(async () => {
  folder = await makeTemporaryFolder();
});
afterEach(() => folder.remove());

const pathOf = (name: string): string => join(folder.path, name);

describe("readRosterFile", () => {
  beforeEach(() => writeFile(pathOf("class.csv"), "id,name\nada,Ada\n"));

  test("makes a key at first use and keeps it: the same student keeps the same pseudonym", async () => {
    const readInto = async (out: string) =>
      (await readRosterFile({ path: pathOf("class.csv") }, pathOf(out))).students[0];
    const [first, second, elsewhere] = [
      await readInto("out"),
      await readInto("out"),
      await readInto("other"),
    ];
    expect(second).toEqual(first);
    expect(elsewhere?.subject).not.toBe(first?.subject);
  });

  test("makes a long key that only its owner can read", async () => {
    await readRosterFile({ path: pathOf("class.csv") }, pathOf("out"));
    expect(await readFile(pathOf("out/roster.key"), "utf8")).toMatch(/^[0-9a-f]{64}\n$/);
    expect((await stat(pathOf("out/roster.key"))).mode & 0o077).toBe(0);
  });

  test("makes a key in place of an empty one, which a killed run or a full disk has left", async () => {
    await mkdir(pathOf("out"));
    await writeFile(pathOf("out/roster.key"), "");
    await readRosterFile({ path: pathOf("class.csv") }, pathOf("out"));
    expect(await readFile(pathOf("out/roster.key"), "utf8")).toMatch(/^[0-9a-f]{64}\n$/);
    expect(await readdir(pathOf("out"))).toEqual(["roster.key"]);
  });

  test("agrees on one key when two runs start at once", async () => {
    const both = await Promise.all(
      [1, 2].map(() => readRosterFile({ path: pathOf("class.csv") }, pathOf("out"))),
    );
    const key = (await readFile(pathOf("out/roster.key"), "utf8")).trim();
    expect(key).toHaveLength(64);
    expect(both[0]).toEqual(both[1]);
  });

  test("reads Windows-1252 with a notice that names the file", async () => {
    await writeFile(pathOf("old.csv"), Buffer.from("id,name\nzoe,Zo\xeb\n", "latin1"));
    const { students, notices } = await readRosterFile({ path: pathOf("old.csv") }, pathOf("out"));
    expect(students[0]?.name).toBe("Zoë");
    expect(notices).toEqual([expect.stringMatching(/old\.csv: read as Windows-1252;/)]);
  });

  test("names a roster that cannot be read", async () => {
    await expect(readRosterFile({ path: pathOf("none.csv") }, pathOf("out"))).rejects.toThrow(UsageError);
    await expect(readRosterFile({ path: pathOf("none.csv") }, pathOf("out"))).rejects.toThrow(
      /none\.csv: expected a readable file/,
    );
  });
});

describe("roster.json", () => {
  const student = { id: "ada", name: "Ada", subject: "a".repeat(64) };
  const match = matchRoster([student, { ...student, id: "zoe" }], ["ada", "grace"]);

  test("comes back as it was written", async () => {
    await writeRoster(pathOf("roster.json"), match);
    expect(await readRoster(pathOf("roster.json"))).toEqual({ schemaVersion: "1.0", ...match });
  });

  test("is refused before it is written when a pseudonym is none: that is our fault", async () => {
    const bad = matchRoster([{ ...student, subject: "ada" }], ["ada"]);
    await expect(writeRoster(pathOf("roster.json"), bad)).rejects.toThrow(GraderFault);
  });

  test.each([
    ["[]", /roster\.json: at the top: expected object/],
    ['{"schemaVersion":"9.0"}', /roster\.json: /],
    ["{", /roster\.json: expected JSON/],
  ])("is refused when it reads %s", async (text, message) => {
    await writeFile(pathOf("roster.json"), text);
    await expect(readRoster(pathOf("roster.json"))).rejects.toThrow(UsageError);
    await expect(readRoster(pathOf("roster.json"))).rejects.toThrow(message);
  });
});
