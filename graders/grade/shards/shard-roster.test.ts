import type { RosterMatch } from "../../contract/roster";
import { makeSubject, matchRoster } from "../../intake/roster/roster";
import { isSameRoster, narrowRoster, renamePseudonyms } from "./shard-roster";

const keys = ["k".repeat(64), "l".repeat(64)] as const;
const makeStudent = (id: string, key: string) => ({ id, name: `Name ${id}`, subject: makeSubject(key, id) });
const match = (key: string = keys[0]): RosterMatch => ({
  ...matchRoster(
    ["ann", "bob", "dee", "eve", "eve"].map((id) => makeStudent(id, key)),
    ["ann", "bob", "eve", "stray"],
  ),
  suggestions: [{ name: "dee.rar", students: [makeStudent("dee", key)] }],
});

test("a part says nothing of those who handed in to another part, and everybody absent is absent in all", () => {
  const part = narrowRoster(match(), ["ann", "stray"]);
  expect(part.matched.map((one) => one.submissionId)).toEqual(["ann"]);
  expect(part.studentsWithoutSubmission.map((one) => one.id)).toEqual(["dee"]);
  expect(part.submissionsWithoutStudent).toEqual(["stray"]);
  expect(part.ambiguous).toEqual([]);
});

test("with everybody's submissions nothing is left out", () => {
  expect(narrowRoster(match(), ["stray", "eve", "bob", "ann"])).toEqual(match());
});

test("pseudonyms under another key are those that the key gives, in every list", () => {
  expect(renamePseudonyms(match(), keys[1])).toEqual(match(keys[1]));
});

test("rosters are the same under any key, and not when a student or a match differs", () => {
  expect(isSameRoster(match(), match(keys[1]))).toBe(true);
  expect(isSameRoster(undefined, undefined)).toBe(true);
  expect(isSameRoster(match(), undefined)).toBe(false);
  expect(isSameRoster(match(), narrowRoster(match(), ["ann"]))).toBe(false);
});
