import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { lockFolder } from "../grade/lock";
import { giveMarks } from "../grade/marking/give-marks";
import { outputFiles } from "../records/output-files";
import {
  type DeskBrowser,
  type DeskClass,
  enterDesk,
  type GradedDeskClass,
  gradeDeskClass,
  hostileFile,
  readFields,
  readMarkLines,
} from "../testing/desk-class";
import { projectRoot } from "../testing/project-root";
import { toyAssignment } from "../testing/toy-assignment";

jest.setTimeout(120_000);

let graded: GradedDeskClass;
let desk: DeskClass;
let one: DeskBrowser;

const nextLink = (): string => desk.links.at(-1) ?? "";
const readMarks = () => readMarkLines(desk.out);
const show = async (browser: DeskBrowser, path = "/"): Promise<string> => (await browser.get(path)).text;

beforeAll(async () => {
  graded = await gradeDeskClass();
});
afterAll(() => graded.remove());
beforeEach(async () => {
  desk = await graded.open();
  one = await enterDesk(nextLink());
});
afterEach(() => desk.close());

test("whoever answered alike is decided about once, and it stays decided when the class is graded again", async () => {
  const page = await show(one);
  expect(page).toContain("8 answers wait in 3 groups");
  expect(page).toContain("applies to 5 of 5 students");
  expect(page).toContain("each cell has an upper and a lower side");
  expect(page).toContain("=&gt; 2 * rows * columns;".replaceAll("=", "&#x3D;"));
  const decided = await one.post("/decide", page, { points: "0.8", comment: "Both sides: *good*." });
  expect(decided.status).toBe(303);
  const next = await show(one, String(decided.headers.location));
  expect(next).toContain("area of 5 students: area 0.80 points");
  expect(next).toContain("applies to 2 of 2 students");
  expect(next).toContain("Both sides: *good*.");
  expect(next).toContain("<small>5×</small>");

  const marks = await readMarks();
  expect(marks.map(({ submission }) => submission)).toEqual([
    "ann.ts",
    "ben.ts",
    "cem.ts",
    "dia.ts",
    "eve.ts",
  ]);
  expect(marks).toMatchObject(
    Array(5).fill({ gives: { kind: "points", points: "0.8" }, by: "AB", why: "desk" }),
  );
  await desk.grade();
  const scores = JSON.parse(await readFile(join(desk.out, "scores.json"), "utf8"));
  const found = scores.submissions.find(({ id }: { id: string }) => id === "eve.ts");
  expect(found).toMatchObject({ status: "graded", score: { points: "1.8" } });
  expect(await readFile(join(desk.out, "students", "eve.ts", "report.html"), "utf8")).toContain(
    "<em>good</em>",
  );
  expect(await show(one)).toContain("3 answers wait in 2 groups");
});

test("scores and pages follow when they are asked for", async () => {
  const readScores = () => readFile(join(desk.out, "scores.json"), "utf8");
  const before = await readScores();
  await one.post("/decide", await show(one), { points: "1" });
  expect(await readScores()).toBe(before);
  const page = await show(one);
  expect(page).toContain("1 not in them yet");
  expect((await one.post("/pages", page)).status).toBe(303);
  expect(await readScores()).not.toBe(before);
  expect(await show(one)).not.toContain("not in them yet");
});

test("a split decides about those who are ticked, and the others wait on in their group", async () => {
  const page = await show(one);
  const members = [...page.matchAll(/name="member" value="([^"]+)"/g)].map(([, value]) => value ?? "");
  const decided = await one.post("/decide", page, { points: "1", member: members.slice(0, 2) });
  expect((await readMarks()).map(({ submission }) => submission)).toEqual(["ann.ts", "ben.ts"]);
  expect(await show(one, String(decided.headers.location))).toContain("applies to 3 of 3 students");
  expect((await one.post("/decide", page, { points: "1", member: [] })).text).toContain(
    "at least one student",
  );
});

test("an undo takes the last decision back, and the next one the one before", async () => {
  await one.post("/decide", await show(one), { points: "1" });
  await one.post("/decide", await show(one), { points: "0" });
  expect(await show(one)).toContain("1 answer waits in 1 group");
  await one.post("/undo", await show(one));
  expect(await show(one)).toContain("3 answers wait in 2 groups");
  await one.post("/undo", await show(one));
  expect(await show(one)).toContain("8 answers wait in 3 groups");
  const again = await one.post("/undo", await show(one));
  expect([again.status, again.text]).toEqual([
    400,
    expect.stringContaining("nothing was decided in this browser"),
  ]);
  expect((await readMarks()).map(({ kind }) => kind)).toEqual([
    ...Array(7).fill("mark"),
    ...Array(7).fill("undo"),
  ]);
});

test("what is stored is said to be, and can be taken back, where its comment cannot be kept", async () => {
  const file = join(desk.out, outputFiles.review.path);
  const page = await show(one);
  await writeFile(file, "{ half of what somebody ");
  const decided = await one.post("/decide", page, { points: "1", comment: "Well done." });
  expect([decided.status, decided.text]).toEqual([303, ""]);
  expect(await readMarks()).toHaveLength(5);
  await rm(file);
  expect(await show(one)).toMatch(/area 1\.00 points; the comment could not be kept .*review\.json/);
  expect((await one.post("/undo", await show(one))).status).toBe(303);
  expect(await readMarks()).toHaveLength(10);
});

test("an undo that found another grader at work can be asked for again", async () => {
  await one.post("/decide", await show(one), { points: "1" });
  const unlock = await lockFolder(desk.out);
  const refused = await one.post("/undo", await show(one));
  expect([refused.status, refused.text]).toEqual([400, expect.stringContaining("another grader works here")]);
  await unlock();
  expect((await one.post("/undo", await show(one))).status).toBe(303);
  expect(await readMarks()).toHaveLength(10);
});

describe("two browsers", () => {
  let two: DeskBrowser;
  beforeEach(async () => {
    two = await enterDesk(nextLink());
  });

  test("never lose each other's marks: the later one sees what stands and decides again", async () => {
    const [mine, theirs] = [await show(one), await show(two)];
    await one.post("/decide", mine, { points: "0.8", comment: "First." });
    const members = [...theirs.matchAll(/name="member" value="([^"]+)"/g)].map(([, value]) => value ?? "");
    const late = await two.post("/decide", theirs, {
      points: "0",
      comment: "Second, long in the writing.",
      by: "CD",
      member: members.slice(3),
    });
    expect(late.status).toBe(409);
    expect(late.text).toContain("Nothing was stored.");
    expect(late.text).toContain("dia.ts, area: 0.80 points by AB");
    expect(late.text).toContain("You had written: “Second, long in the writing.”");
    // Another group has taken the place on the page: nothing of it is filled in there.
    expect(late.text).toContain("applies to 2 of 2 students");
    expect(new Map(readFields(late.text, "/decide")).get("comment")).toBe("");
    expect(await readMarks()).toHaveLength(5);
  });

  test("decide about different groups at once", async () => {
    const [mine, theirs] = [await show(one), await show(two, "/?at=1")];
    const answers = await Promise.all([
      one.post("/decide", mine, { points: "0.8" }),
      two.post("/decide", theirs, { points: "0.2", by: "CD" }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    const by = (await readMarks()).map((mark) => mark.by);
    expect(by.filter((name) => name === "CD")).toHaveLength(2);
    expect(by).toHaveLength(7);
  });

  test("a decision that somebody has taken anew since is not taken back over their head", async () => {
    await one.post("/decide", await show(one), { points: "1" });
    const decision = { submission: "ben.ts", question: "area", comment: "", note: "" };
    await giveMarks(
      { outFolder: desk.out, assignment: toyAssignment, root: projectRoot },
      { kind: "one", decision: { ...decision, gives: { kind: "points", points: "0.3" } } },
      { by: "CD", at: new Date("2026-02-04T04:05:06.789Z"), why: "one by one" },
    );
    const refused = await one.post("/undo", await show(one));
    expect([refused.status, refused.text]).toEqual([
      409,
      expect.stringContaining("ben.ts, area: 0.30 points by CD"),
    ]);
    expect(refused.text).toContain("applies to 2 of 2 students");
    expect(await readMarks()).toHaveLength(6);
  });
});

test("hostile names, words and comments are text", async () => {
  const find = `/?kind=all&search=${encodeURIComponent("<img")}`;
  const page = await show(one, find);
  expect(page).toContain("applies to 1 of 1 students");
  await one.post("/decide", page, {
    points: "0.1",
    comment: `<script>alert(3)</script>"><img src=x>`,
    by: "<b>AB",
  });
  expect(await readMarks()).toMatchObject([{ submission: hostileFile, by: "<b>AB" }]);
  for (const text of [page, await show(one), await show(one, "/?kind=all")]) {
    expect(text).not.toMatch(/<img|<script>|<b>|<\/textarea><script/);
  }
});

test.each([
  ["more than it is worth", { points: "7" }, /expected 0 to 1\.00 points, got 7/],
  ["no number", { points: "much" }, /expected points like 0\.5/],
  ["nobody's signature", { by: " " }, /expected initials/],
  ["a submission of nobody", { member: "0000.0000" }, /expected submissions of this class/],
  ["a part that is none", { part: "depth" }, /area has no part/],
])("%s is refused in words, and what was typed stays", async (_, fields, complaint) => {
  const page = await show(one);
  const answer = await one.post("/decide", page, { comment: "I had written this.", ...fields });
  expect(answer.status).toBe(400);
  expect(answer.text.replaceAll("&quot;", '"')).toMatch(complaint);
  expect(answer.text).toContain("I had written this.");
  expect(await readMarks()).toEqual([]);
});

test.each([
  ["no words", { text: " ", credit: "1" }, /expected words for the student/],
  ["more than all points", { text: "More.", credit: "150 %" }, /expected the share of the points/],
  ["a part that is none", { text: "More.", credit: "1", part: "depth" }, /area has no part/],
  ["no question", { text: "More.", credit: "1", question: "depth" }, /expected a question of this class/],
])("a rubric item with %s is refused in words", async (_, fields, complaint) => {
  const answer = await one.post("/item", await show(one), fields);
  expect([answer.status, answer.text.replaceAll("&quot;", '"')]).toEqual([
    400,
    expect.stringMatching(complaint),
  ]);
});

test("what nobody has to decide is found under what is worth a look", async () => {
  expect(await show(one, "/?kind=unexplained&search=kim")).toContain("kim.ts");
  expect(await show(one)).not.toContain("kim.ts");
});
