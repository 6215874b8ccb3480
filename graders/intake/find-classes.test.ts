/** The class lies below the path: who grades is asked which folder, however it is packed. No folder becomes a student. */
import { UsageError } from "../contract/faults";
import { good, locate, look, withLib, write, writeAll } from "../testing/hand-in";
import { zipFiles } from "../testing/odd-zip";

type Files = Readonly<Record<string, string | Buffer>>;

const within = (folder: string, files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([path, content]) => [`${folder}/${path}`, content]));

const zipped = zipFiles({ "submission.ts": good });

/** Classes as people hand them around. */
const classes: Readonly<Record<string, Files>> = {
  "a folder each": { "ann/submission.ts": good, "bob/submission.ts": good },
  "a folder each, one of them empty of work": {
    "ann/submission.ts": good,
    "bob/submission (1).ts": good,
    "cy/notes.txt": "",
  },
  "bare files": { "ann.ts": good, "bob.ts": good },
  archives: { "ann.zip": zipped, "bob.zip": zipped },
  notebooks: { "ann.ipynb": "{}", "bob.ipynb": "{}" },
  "a folder and an archive": { "ann/submission.ts": good, "bob.zip": zipped },
  "folders and a file": { "ann/submission.ts": good, "bob.js": good, "cy/submission.ts": good },
};

const around: Readonly<Record<string, { readonly below: string; readonly beside: Files }>> = {
  "one folder": { below: "class", beside: {} },
  "two folders": { below: "hw3/c1", beside: {} },
  "a folder with papers beside": { below: "class", beside: { "assignment.pdf": "", "roster.csv": "" } },
  "a folder beside one without work": {
    below: "class",
    beside: { "slides/week1.pdf": "", "empty/x.txt": "" },
  },
};

const pairs = Object.keys(classes).flatMap((of) => Object.keys(around).map((by) => [of, by] as const));

test.each(pairs)("a class of %s in %s is named", async (of, by) => {
  const { below = "", beside = {} } = around[by] ?? {};
  writeAll("course", { ...within(below, classes[of] ?? {}), ...beside });
  await expect(look("course")).rejects.toThrow(UsageError);
  await expect(look("course")).rejects.toThrow(`did you mean ${locate(`course/${below}`)}?`);
  const { submissions } = await look("course", { as: "class" });
  expect(submissions.length).toBeGreaterThan(0);
});

test.each(Object.keys(classes))("two classes of %s side by side are no two students", async (of) => {
  const files = classes[of] ?? {};
  writeAll("course", { ...within("hw2", files), ...within("hw3", files) });
  await expect(look("course")).rejects.toThrow(/\(hw2, hw3\); name the folder of one class/);
  write("course.zip", zipFiles({ ...within("hw2", files), ...within("hw3", files) }));
  await expect(look("course.zip")).rejects.toThrow(/\(hw2, hw3\); name the folder of one class/);
});

test.each<[string, Files]>([
  ["well packed", { "submission.ts": good }],
  ["in a folder", { "hw/submission.ts": good }],
  ["by another name", { "main.ts": good }],
  ["by another name, in a folder", { "src/main.ts": good }],
  ["with files of its own", { "main.ts": withLib, "lib.ts": good }],
  ["with folders of its own", { "main.ts": withLib, "lib/a.ts": good, "more/b.ts": good }],
  ["beside an older one", { "submission.ts": good, "old/submission.ts": good, "older/submission.ts": good }],
  ["in a folder, with a file beside", { "src/submission.ts": good, "lib.ts": good }],
  ["in a folder of its own name, with a file beside", { "hw3/submission.ts": good, "lib.ts": good }],
  ["as an archive", { "work.zip": zipped }],
])("one student whose work is %s makes it a class, however others pack theirs", async (_, files) => {
  writeAll("class", { ...within("ann", files), ...within("bob", { "a.ts": good, "b.ts": good }) });
  const { submissions } = await look("class");
  expect(submissions.map(({ id }) => id)).toEqual(["ann", "bob"]);
});
