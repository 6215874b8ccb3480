import { writeFile } from "node:fs/promises";
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

  const takeKey = async () => "a".repeat(64);

  test("gives the same student the same pseudonym under the same key, another under another", async () => {
    const readWith = async (key: string) =>
      (await readRosterFile({ path: pathOf("class.csv") }, async () => key)).students[0];
    expect(await readWith("a".repeat(64))).toEqual(await readWith("a".repeat(64)));
    expect((await readWith("a".repeat(64)))?.subject).not.toBe((await readWith("b".repeat(64)))?.subject);
  });

  test("reads Windows-1252 with a notice that names the file", async () => {
    await writeFile(pathOf("old.csv"), Buffer.from("id,name\nzoe,Zo\xeb\n", "latin1"));
    const { students, notices } = await readRosterFile({ path: pathOf("old.csv") }, takeKey);
    expect(students[0]?.name).toBe("Zoë");
    expect(notices).toEqual([expect.stringMatching(/old\.csv: read as Windows-1252;/)]);
  });

  test.each([
    ["ISO-8859-2", Buffer.from("id;P\xf8\xedjmen\xed\nada;Ada\n", "latin1")],
    ["Windows-1251", Buffer.from("id;\xc8\xec\xff\nada;Ada\n", "latin1")],
    ["UTF-16", Buffer.from("\uFEFFid;Ime\nada;Ada\n", "utf16le")],
  ])("headings in %s that mean nothing are refused with a word on how they were read", async (_, bytes) => {
    await writeFile(pathOf("old.csv"), bytes);
    const attempt = readRosterFile({ path: pathOf("old.csv") }, takeKey);
    await expect(attempt).rejects.toThrow(UsageError);
    await expect(attempt).rejects.toThrow(
      /expected a column "name"[^\n]* · .*old\.csv: read as .*save it as/,
    );
  });

  test("names a roster that cannot be read", async () => {
    await expect(readRosterFile({ path: pathOf("none.csv") }, takeKey)).rejects.toThrow(UsageError);
    await expect(readRosterFile({ path: pathOf("none.csv") }, takeKey)).rejects.toThrow(
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
