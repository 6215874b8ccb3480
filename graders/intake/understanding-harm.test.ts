import { symlinkSync } from "node:fs";
import {
  good,
  lib,
  locate,
  look,
  plain,
  sayRefusal,
  take,
  takeFrom,
  withLib,
  write,
  writeAll,
} from "../testing/hand-in";
import { changeEntry, makeLink, zipFiles } from "../testing/odd-zip";
import { repeatLastFile } from "../verify/hostile/crowded-zip";

describe("an archive that is out to do harm", () => {
  const honest = { "submission.ts": 'import "./lib";', "lib.ts": lib };
  const takeZip = (zip: Buffer) => {
    write("class/ann.zip", zip);
    return takeFrom("class", "ann.zip");
  };

  test.each<[string, Buffer, RegExp]>([
    ["a link", makeLink(zipFiles(honest), "lib.ts"), /^lib\.ts is a link/],
    [
      "a password",
      changeEntry(zipFiles(honest), "lib.ts", (bytes, { flags }) => bytes.writeUInt16LE(1, flags)),
      /^lib\.ts is encrypted in the archive; pack it again without a password/,
    ],
    [
      "another method",
      changeEntry(zipFiles(honest), "lib.ts", (bytes, { method }) => bytes.writeUInt16LE(14, method)),
      /^lib\.ts is packed by a method that is not read here/,
    ],
    [
      "a size that is not its own",
      changeEntry(zipFiles(honest), "lib.ts", (bytes, { size }) => bytes.writeUInt32LE(3, size)),
      /^lib\.ts is damaged in the archive/,
    ],
    [
      "a file that grows",
      zipFiles({ ...honest, "lib.ts": "x".repeat(300 * 1024) }),
      /^lib\.ts is larger than 256 KiB/,
    ],
    ["an archive that grows", zipFiles({ "a.zip": Buffer.alloc(8 * 1024 * 1024) }), /inside an archive/],
  ])("%s is refused in one sentence", async (_, zip, says) => {
    expect(sayRefusal(await takeZip(zip))).toMatch(says);
  });

  test("names that lead outside are left aside, and named", async () => {
    const found = await takeZip(zipFiles({ ...plain, "../evil.ts": "x", "/etc/evil.ts": "x" }));
    expect(found).toMatchObject({ kind: "submission" });
    expect(found.kind === "submission" && found.leftAside?.map(({ name }) => name)).toEqual([
      "../evil.ts",
      "/etc/evil.ts",
    ]);
  });

  test("backslashes are folders", async () => {
    const found = await takeZip(zipFiles({ "hw\\submission.ts": withLib, "hw\\lib.ts": lib }));
    expect(found).toMatchObject({ entry: "submission.ts" });
  });

  test("a class whose list names one file almost two hundred thousand times is taken like any other", async () => {
    const files = ["ann/submission.ts", "bea/submission.ts"].map((path) => ({
      path,
      bytes: Buffer.from(good),
    }));
    write("class.zip", repeatLastFile(files, 199_999));
    const { submissions } = await look("class.zip");
    expect(submissions.map(({ id, kind }) => [id, kind])).toEqual([
      ["ann", "submission"],
      ["bea", "refused"],
    ]);
    write("class.zip", repeatLastFile(files, 200_000));
    await expect(look("class.zip")).rejects.toThrow("archive-crowded");
  });
});

describe("what is not read", () => {
  test("dead links and folders that are links are named, and never entered", async () => {
    writeAll("secret", plain);
    writeAll("class/ann", plain);
    symlinkSync("nowhere", locate("class/ann/dead.ts"));
    symlinkSync(locate("secret"), locate("class/ann/lib"));
    const found = await take("class");
    expect(found.leftAside?.map(({ name }) => name)).toEqual(["dead.ts", "lib"]);
  });
});

test.each([
  ["data that is not there", (at: number) => `import "./${at}.json";`],
  ["one file in other case", (at: number) => `import "${"./".repeat(at + 1)}LIB";`],
])("thousands of imports of %s are refused", async (_, write) => {
  const source = (count: number) =>
    `${good}\n${Array.from({ length: count }, (_, at) => write(at)).join("\n")}`;
  writeAll("class/ann", { "submission.ts": source(201), "lib.ts": lib });
  writeAll("class/bob", { "submission.ts": source(100), "lib.ts": lib });
  expect(await takeFrom("class", "ann")).toMatchObject({
    kind: "refused",
    refused: { code: "too-many-sources" },
  });
  expect(await takeFrom("class", "bob")).toMatchObject({ kind: "submission" });
});
