import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeTemporaryFolder, type TemporaryFolder } from "../../testing/temporary-folder";
import { addToReview, readReview } from "./review-file";

let out: TemporaryFolder;
beforeEach(async () => {
  out = await makeTemporaryFolder();
});
afterEach(() => out.remove());

const comment = { question: "area", text: "Both sides: good." };
const item = { question: "area", text: "A sketch is there.", credit: "0.5" };
const path = () => join(out.path, "staff", "review.json");

test("words grow, each once, in the order in which they were first written", async () => {
  expect(await readReview(out.path)).toMatchObject({ comments: [], items: [] });
  await addToReview(out.path, { comments: [comment] });
  await addToReview(out.path, { items: [item], comments: [{ ...comment, question: "price" }, comment] });
  await addToReview(out.path, { items: [{ ...item, part: "rows" }, { ...item, credit: "0.25" }, item] });
  const { comments, items } = await readReview(out.path);
  expect(comments.map(({ question }) => question)).toEqual(["area", "price"]);
  expect(items.map(({ part, credit }) => [part, credit])).toEqual([
    [undefined, "0.5"],
    ["rows", "0.5"],
    [undefined, "0.25"],
  ]);
  const text = await readFile(path(), "utf8");
  await addToReview(out.path, { items: [item] });
  expect(await readFile(path(), "utf8")).toBe(text);
});

test.each([
  ["a credit above one", { items: [{ ...item, credit: "1.5" }] }, /\/items\/0\/credit: expected text like/],
  ["a comment without words", { comments: [{ ...comment, text: "" }] }, /\/comments\/0\/text/],
])("%s is never written", async (_, words, complaint) => {
  await expect(addToReview(out.path, words)).rejects.toThrow(complaint);
  await expect(readFile(path())).rejects.toThrow(/ENOENT/);
});

test.each([
  ["half a file", '{"schemaVersion":"1.0","comm', /review\.json: expected JSON/],
  ["another version", '{"schemaVersion":"9.0","comments":[],"items":[]}', /expected "1\.0"/],
])("%s is named and left as it is", async (_, text, complaint) => {
  await mkdir(join(out.path, "staff"));
  await writeFile(path(), text);
  await expect(addToReview(out.path, { items: [item] })).rejects.toThrow(complaint);
  expect(await readFile(path(), "utf8")).toBe(text);
});
