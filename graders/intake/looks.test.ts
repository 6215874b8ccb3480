/** Which file is the submission is told whatever the number of files, and whatever is in them. */
import { sayRefusal, take, takeFrom, write, writeAll } from "../testing/hand-in";
import { zipFiles } from "../testing/odd-zip";

const kib256 = 256 * 1024;
const fill = (head: string, piece: string): string =>
  head + piece.repeat(Math.floor((kib256 - head.length) / piece.length));
const list = (count: number, text: string): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`f${i}.ts`, text]));

/** Of a test that is only whether something comes to an end; below what it takes that looks back over everything. */
const endMs = 20_000;

describe("which file is the submission", () => {
  test(
    "is told in one look at each, however many functions the starter leaves open",
    async () => {
      const stub = (_: unknown, i: number): string => `export const a${i} = () => notAnsweredYet("a${i}");`;
      const stubs = Array.from({ length: 5_000 }, stub).join("\n");
      writeAll("class/ann", {
        "submission.ts": stubs,
        ...list(4, fill("export const zz = (x) => x;", "let ")),
      });
      expect((await take("class")).entry).toBe("submission.ts");
    },
    endMs,
  );

  test.each([
    [201, "export const a = 1;", "There are more than 200 .ts files."],
    [20, fill("", "x = /a/; "), "The .ts and .json files together are larger than 4096 KiB."],
  ])("of %i files is not asked of more than a submission may have", async (count, text, says) => {
    write("class/ann/work.zip", zipFiles(list(count, text)));
    expect(sayRefusal(await takeFrom("class"))).toBe(says);
  });

  test("is the one that imports all others, of as many as a submission may have", async () => {
    const names = Object.keys(list(150, ""));
    const main = names.map((name) => `import "./${name.replace(".ts", "")}";`).join("\n");
    writeAll("class/ann", { ...list(150, "export {};"), "main.ts": main });
    expect((await take("class")).entry).toBe("main.ts");
  });
});

test(
  "an import of a name that no file can have is come through",
  async () => {
    const marks = "\u0300".repeat(60_000) + "\u0316".repeat(60_000);
    write("class/ann/submission.ts", `import "./a${marks}";\nimport "./${marks.slice(0, 4_000)}";`);
    expect((await take("class")).entry).toBe("submission.ts");
  },
  endMs,
);

test("what an archive says of names that no system has is not written out for every import", async () => {
  const [short, long] = ["a".repeat(255), "a".repeat(256)];
  const imports = (folder: string) => `import "./${folder}/lib";`;
  const zip = zipFiles({
    "submission.ts": imports(short) + imports(long),
    [`${short}/lib.ts`]: "1;",
    [`${long}/lib.ts`]: "1;",
  });
  write("class/ann/work.zip", zip);
  const { files, leftAside } = await take("class");
  expect(files.map(({ path }) => path)).toEqual([`${short}/lib.ts`, "submission.ts"]);
  expect(leftAside).toMatchObject([{ because: { code: "file-name-too-long" } }]);
});

test("imports that lead nowhere are not written out without end", async () => {
  const folder = Array.from({ length: 15 }, () => "d".repeat(255)).join("/");
  const imports = Array.from({ length: 8_000 }, (_, i) => `import"./${i}.json";`).join("");
  const zip = zipFiles({ "submission.ts": `import "./${folder}/lib";`, [`${folder}/lib.ts`]: imports });
  write("class/ann/work.zip", zip);
  expect(sayRefusal(await takeFrom("class"))).toBe("There are more than 200 .ts files.");
});
