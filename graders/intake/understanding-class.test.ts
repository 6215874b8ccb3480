import { mkdirSync } from "node:fs";
import { RefusedPath } from "../contract/faults";
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
import { zipFiles } from "../testing/odd-zip";
import { say } from "../testing/say";
import { writeNotebook } from "./notebook/notebook";

describe("files of a class", () => {
  test.each<[string, string | Buffer, RegExp | null]>([
    ["ann.ts", good, null],
    ["ann.TS", good, null],
    ["ann.js", good, null],
    ["ann.mts", good, null],
    ["ann.ts.txt", good, null],
    ["ann.tsx", good, null],
    ["ann.ipynb", writeNotebook([{ id: "a", kind: "code", source: good }]), /notebook/],
    ["ann.ipynb.txt", writeNotebook([{ id: "a", kind: "code", source: good }]), /notebook/],
    ["ann.zip", zipFiles(plain), null],
  ])("%s is a submission", async (name, content, says) => {
    write(`class/${name}`, content);
    write("class/bob.ts", good);
    const found = await take("class", name);
    expect(found.files[0]?.text).toContain("export const name");
    if (says !== null) expect(found.remarks?.map(say).join()).toMatch(says);
  });

  test("what is nobody's work is named, and junk is not", async () => {
    writeAll("class", {
      "ann/submission.ts": good,
      "grades.csv": "",
      "jest.config.js": "",
      "__MACOSX/ann/._submission.ts": "",
      ".DS_Store": "",
      "desktop.ini": "",
      "lost+found/x": "",
      "@eaDir/ann/submission.ts": good,
      "#recycle/old.ts": good,
      "RECYCLER/old.ts": good,
      "found.000/file0000.chk": "",
      "~$ann.ts": "",
    });
    const { submissions, leftAside } = await look("class");
    expect(submissions.map(({ id }) => id)).toEqual(["ann"]);
    expect(leftAside.map(({ name }) => name)).toEqual(["grades.csv", "jest.config.js"]);
  });

  test("the types that are handed out are nobody's, and a hidden folder with work in it is named", async () => {
    const types = "export interface Tensor {\n  n: number;\n}\n";
    writeAll("class", { "ann.ts": good, "bob.ts": good, "types.ts": types, "..cy/submission.ts": good });
    writeAll("class", { ".git/config": "", ".ipynb_checkpoints/ann.ipynb": "" });
    const { submissions, leftAside } = await look("class");
    expect(submissions.map(({ id }) => id)).toEqual(["ann.ts", "bob.ts"]);
    expect(leftAside.map(({ because }) => say(because))).toEqual([
      "..cy has a name that hides it; call it otherwise where it is somebody's work.",
    ]);
  });

  test.each(["export const name = 'Ty';\n", "// nothing yet\n"])(
    "a types.ts that holds %j is somebody's",
    async (text) => {
      writeAll("class", { "ann.ts": good, "types.ts": text });
      expect((await look("class")).submissions).toHaveLength(2);
    },
  );

  test("an archive of another kind is somebody's, and refused with what to do", async () => {
    writeAll("class", { "ann/submission.ts": good, "bob.rar": "Rar!" });
    const found = await takeFrom("class", "bob.rar");
    expect(sayRefusal(found)).toContain(".zip");
  });

  test("names that look alike stay apart, and are said", async () => {
    const zip = zipFiles({
      "Zo\u00eb/submission.ts": good,
      "Zoe\u0308/submission.ts": good,
      "bob/submission.ts": good,
      "b\u200bob/submission.ts": good,
    });
    write("class.zip", zip);
    const { submissions, notes } = await look("class.zip");
    expect(new Set(submissions.map(({ id }) => id)).size).toBe(4);
    expect(notes).toHaveLength(2);
  });

  test("names that are no text stay two", async () => {
    for (const byte of [0xff, 0xfe]) {
      const name = Buffer.concat([Buffer.from(locate("class/")), Buffer.from([byte])]);
      mkdirSync(locate("class"), { recursive: true });
      mkdirSync(name);
    }
    writeAll("class/ann", plain);
    const { submissions } = await look("class");
    expect(submissions.map(({ kind, id }) => [kind, id])).toEqual([
      ["refused", "<fe>"],
      ["refused", "<ff>"],
      ["submission", "ann"],
    ]);
  });
});

describe("a class or one submission", () => {
  test("an entry beside a class of folders is asked about, and either answer is taken", async () => {
    writeAll("both", { "submission.ts": good, "ann/submission.ts": good });
    await expect(look("both")).rejects.toThrow(/--as one \(one submission\) or --as class/);
    expect((await look("both", { as: "one" })).submissions.map(({ id }) => id)).toEqual(["both"]);
    const asClass = (await look("both", { as: "class" })).submissions;
    expect(asClass.map(({ id }) => id)).toEqual(["ann", "submission.ts"]);
  });

  test("--entry names the file where several could be it, and whoever is in no doubt needs it not", async () => {
    writeAll("class/ann", { "a.ts": good, "b.ts": lib });
    writeAll("class/bob", { "b.ts": lib });
    writeAll("class/cem", { "submission.ts": good, "b.ts": lib });
    writeAll("class/dan", { "submission.ts": good });
    writeAll("class/eve", { "a.ts": good, "c.ts": lib });
    const { submissions } = await look("class", { entry: "b.ts" });
    expect(submissions.map((one) => (one.kind === "submission" ? one.entry : one.kind))).toEqual([
      ...["b.ts", "b.ts", "submission.ts", "submission.ts", "refused"],
    ]);
  });

  test("of one submission it names the file, whatever else there is", async () => {
    writeAll("ann", { "submission.ts": good, "b.ts": lib });
    const find = async (entry: string) => (await look("ann", { as: "one", entry })).submissions;
    expect(await find("b.ts")).toMatchObject([{ entry: "b.ts" }]);
    expect(await find("c.ts")).toMatchObject([{ kind: "refused", refused: { code: "entry-not-there" } }]);
  });

  test("a name that is typed in another Unicode form is the same", async () => {
    writeAll("ann", { "lo\u0308sung.ts": good, "b.ts": lib });
    for (const options of [{ entry: "lösung.ts" }, { entry: "lösung.ts", as: "one" as const }])
      expect((await look("ann", options)).submissions).toMatchObject([{ kind: "submission", id: "ann" }]);
  });

  test("files that import one another are one person's", async () => {
    writeAll("work", { "main.ts": withLib, "lib.ts": lib });
    expect((await look("work")).submissions.map(({ id }) => id)).toEqual(["work"]);
  });

  test("a file that imports a neighbour's makes no class one person's: who grades is asked", async () => {
    writeAll("bare", { "ann.ts": good, "bob.ts": good, "zoe.ts": 'export * from "./ann";' });
    await expect(look("bare")).rejects.toThrow(/ann\.ts.*--as one \(one submission\) or --as class/);
    const { submissions } = await look("bare", { as: "class" });
    expect(submissions.map(({ id }) => id)).toEqual(["ann.ts", "bob.ts", "zoe.ts"]);
  });

  test("nor does one that imports all its neighbours, who export the same names", async () => {
    const reaching = 'export * from "./ann"; import "./bob"; import "./nobody";';
    writeAll("bare", { "ann.ts": good, "bob.ts": good, "zoe.ts": reaching });
    await expect(look("bare")).rejects.toThrow(/ann\.ts.*--as one \(one submission\) or --as class/);
  });

  test("one student's archive is one submission", async () => {
    write("ann.zip", zipFiles({ "ann/submission.ts": good }));
    expect((await look("ann.zip")).submissions.map(({ id }) => id)).toEqual(["ann.zip"]);
  });

  test("an archive of the class that is cut off is one line for who calls", async () => {
    write("class.zip", zipFiles({ "ann/submission.ts": good }).subarray(0, 50));
    await expect(look("class.zip")).rejects.toThrow(
      new RefusedPath(locate("class.zip"), { code: "archive-damaged", file: "class.zip" }),
    );
  });
});
