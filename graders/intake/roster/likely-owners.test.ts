import { findLikelyOwners } from "./likely-owners";

const make = (id: string, name: string) => ({ id, name, subject: "" });
const students = [make("hal", "Hal Smith"), make("1001", "Ada Lovelace"), make("1002", "Zoë Ray")];

test.each([
  ["hal.zip", ["hal"]],
  ["Hal.tar.gz", ["hal"]],
  ["1001_anything", ["1001"]],
  ["hw3 (1001)", ["1001"]],
  ["hall", ["hal"]],
  ["lovelaceada_77_88_submission.ts", ["1001"]],
  ["Zoe\u0308 Ray", ["1002"]],
  ["Ada Lovelase", ["1001"]],
])("%s may be %j", (name, ids) => {
  expect(findLikelyOwners(students, [name])).toEqual([
    { name, students: ids.map((id) => students.find((one) => one.id === id)) },
  ]);
});

test("a number that is off by a digit, or a name of nobody, is left out", () => {
  expect(findLikelyOwners(students, ["1003", "10012", "README.md", "", "…"])).toEqual([]);
});

test("several owners are all named, the id first, at most three", () => {
  const [found] = findLikelyOwners(students, ["1002 Ada Lovelace"]);
  expect(found?.students.map((one) => one.id)).toEqual(["1002", "1001"]);
});
