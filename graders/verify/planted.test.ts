/** Errors planted into real questions: the release check must name them. */
import { join } from "node:path";
import type { Assignment } from "../contract/assignment";
import type { ChoiceModel, ChoiceTable, Option, Options } from "../contract/choice";
import type { CallPart, Question } from "../contract/question";
import { question as bytes } from "../questions/bytes/question";
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

function changePart(question: Question, partId: string, change: (part: CallPart) => Partial<CallPart>) {
  const parts = question.parts.map((part) =>
    part.id === partId && part.kind === "call" ? { ...part, ...change(part) } : part,
  );
  return { ...question, parts };
}

const changeModel = (
  question: Question,
  partId: string,
  change: (model: ChoiceModel) => Partial<ChoiceModel>,
) =>
  changePart(question, partId, ({ model }) =>
    model === undefined ? {} : { model: { ...model, ...change(model) } },
  );

/** Every option but the first of its choice goes through `change`; an empty list drops it. */
const changeOptions = (question: Question, partId: string, change: (one: Option) => readonly Option[]) =>
  changeModel(question, partId, ({ choices }) => ({ choices: mapOptions(choices, change) }));

function mapOptions(choices: ChoiceTable, change: (one: Option) => readonly Option[]): ChoiceTable {
  const entries = Object.entries(choices).map(
    ([name, [reference, ...others]]): [string, Options<unknown>] => [
      name,
      [reference, ...others.flatMap(change)],
    ],
  );
  return Object.fromEntries(entries);
}

test.each([bytes, standardConv])("$id has no problems as it is", (question) => {
  expect(listProblems(question)).toEqual([]);
});

test("a convention dropped fails by its sample's name", () => {
  const without = changeOptions(standardConv, "flops", (one) => (one.id === "exact-additions" ? [] : [one]));
  const changed = changePart(without, "flops", ({ readings }) => ({
    readings: readings.filter(({ id }) => id !== "exact-additions"),
  }));
  expect(listProblems(changed)).toContainEqual(
    expect.stringMatching(
      /^marks standard-conv: sample standard-conv\/1\/exact-additions, seed a: expected 1 points, got 0\.5/,
    ),
  );
});

test("a wrong credit fails by its sample's name", () => {
  const changed = changeOptions(standardConv, "macs", (one) =>
    one.id === "input-size" ? [{ ...one, credit: "0.75" }] : [one],
  );
  expect(listProblems(changed)).toContainEqual(
    expect.stringMatching(
      /^marks standard-conv: sample standard-conv\/0\.5\/input-size, seed a: expected 0\.5 points, got 0\.625/,
    ),
  );
});

test("a case dropped fails by the names of the options that it told apart", () => {
  const changed = changePart(bytes, "bytes", ({ cases }) => ({
    cases: (random) => cases(random).filter(({ id }) => id !== "decomposed"),
  }));
  expect(listProblems(changed)).toContainEqual(
    expect.stringMatching(/^separation bytes: answers by normalised \(0\.25\) are taken for binary \(1\)/),
  );
});

test("an option without its sentence fails by its name", () => {
  const { "bytes/trimmed": _, ...readings } = bytes.feedback.readings;
  const changed = { ...bytes, feedback: { ...bytes.feedback, readings } };
  expect(listProblems(changed)).toEqual(["sentences bytes: reading trimmed has no sentences"]);
});

test("a collision that nobody declared fails by the names of its options", () => {
  const changed = changeModel(bytes, "bytes", () => ({ collisions: [] }));
  expect(listProblems(changed)).toContainEqual(
    expect.stringMatching(
      /^separation bytes: answers by last-ten-digits\+one-decimal \(0\.125\) are taken for last-ten-digits \(0\.25\)/,
    ),
  );
});
