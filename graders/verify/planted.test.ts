/** Errors planted into real questions: the release check must name them. */
import { join } from "node:path";
import type { Assignment } from "../contract/assignment";
import type { CallPart, Question, Reading } from "../contract/question";
import { question as padding } from "../questions/padding/question";
import { question as standardConv } from "../questions/standard-conv/question";
import { loadMaterial } from "./load-material";
import { verifyAssignment } from "./verify";

const root = join(__dirname, "..", "..");
const seeds = ["a", "b"];

function listProblems(question: Question): readonly string[] {
  const assignment: Assignment = { id: "one", title: "One", questions: [question] };
  const { problems } = verifyAssignment(assignment, loadMaterial(root, assignment), { seeds });
  return problems.map(({ check, place, says }) => `${check} ${place}: ${says}`);
}

type AnyReading = Reading<unknown, unknown>;

function changePart(
  question: Question,
  partId: string,
  change: (part: CallPart) => Partial<CallPart>,
): Question {
  const parts = question.parts.map((part) =>
    part.id === partId && part.kind === "call" ? { ...part, ...change(part) } : part,
  );
  return { ...question, parts };
}

const changeReadings = (
  question: Question,
  partId: string,
  change: (one: AnyReading) => readonly AnyReading[],
) => changePart(question, partId, ({ readings }) => ({ readings: readings.flatMap(change) }));

const dropCases = (question: Question, partId: string, ids: readonly string[]) =>
  changePart(question, partId, ({ cases }) => ({
    cases: (random) => cases(random).filter(({ id }) => !ids.includes(id)),
  }));

/** What the change adds to the problems of the question as it is. */
function findNew(question: Question, changed: Question): readonly string[] {
  const before = new Set(listProblems(question));
  return listProblems(changed).filter((one) => !before.has(one));
}

test("padding has no problems as it is", () => {
  expect(listProblems(padding)).toEqual([]);
});

test("a convention removed fails by its sample's name", () => {
  const changed = changeReadings(standardConv, "flops", (one) =>
    /exact-additions/.test(one.id) && one.kind === "convention" ? [] : [one],
  );
  expect(findNew(standardConv, changed)).toContainEqual(
    expect.stringMatching(
      /^marks standard-conv: sample standard-conv\/1\/exact-additions, seed a: expected 1 points, got 0\.5/,
    ),
  );
});

test("a wrong credit fails by its sample's name", () => {
  const changed = changeReadings(padding, "padding", (one) =>
    one.id === "sign-error" ? [{ ...one, credit: "0.5" }] : [one],
  );
  expect(findNew(padding, changed)).toContainEqual(
    expect.stringMatching(
      /^marks padding: sample padding\/0\.25\/sign-error, seed a: expected 0\.25 points, got 0\.5/,
    ),
  );
});

test("two cases dropped fail by the names of the readings that they told apart", () => {
  const changed = dropCases(padding, "padding", ["overhang", "width-decides"]);
  const found = findNew(padding, changed).join("\n");
  expect(found).toMatch(
    /^separation padding: answers by negative-kept-by-height \(0\.5\) are taken for negative-kept \(0\.75\)/m,
  );
  expect(found).toMatch(
    /^separation padding: answers by height-only \(0\.75\) are taken for smallest \(1\)/m,
  );
});
