import { join } from "node:path";
import { UsageError } from "../../contract/faults";
import type { QuestionWeight } from "../../contract/question-weight";
import { takeWeights } from "../../records/weights/weights-file";
import { makeTemporaryFolder, type TemporaryFolder } from "../../testing/temporary-folder";
import { mergeWeights } from "./merge-weights";

let folder: TemporaryFolder;
let made = 0;
beforeAll(async () => {
  folder = await makeTemporaryFolder();
});
afterAll(() => folder.remove());

const why = "The statement could be read in two ways.";
const isVoid = [{ question: "area", factor: "0", why }];
const isDouble = [{ question: "area", factor: "2", why }];

/** Each after the other, as a person says it in one folder. */
const makeFolder = async (...said: readonly (readonly QuestionWeight[])[]): Promise<string> => {
  const path = join(folder.path, `out-${made++}`);
  for (const weights of said) await takeWeights(path, weights);
  return path;
};
const makeParts = async (...said: readonly (readonly QuestionWeight[])[]) =>
  Promise.all(said.map(async (weights) => ({ folder: await makeFolder(weights) })));

test("what was said of all parts alike is said of the whole", async () => {
  for (const weights of [[], isVoid, isDouble]) {
    const outputs = await makeParts(weights, weights, weights);
    expect(await mergeWeights(outputs, await makeFolder())).toEqual({ weights, notices: [] });
  }
});

test.each([
  ["another factor", isVoid, isDouble],
  ["another reason", isVoid, [{ ...isVoid[0], question: "area", factor: "0", why: "It was too long." }]],
  ["another question", isVoid, [{ question: "price", factor: "0", why }]],
  ["nothing in the second", isVoid, []],
  ["nothing in the first", [], isVoid],
])("parts of which something else was said are refused by name: %s", async (_, one, two) => {
  const outputs = await makeParts(one, two);
  const merged = mergeWeights(outputs, await makeFolder());
  await expect(merged).rejects.toThrow(UsageError);
  await expect(merged).rejects.toThrow(
    `${outputs[1]?.folder}: counts other questions otherwise than ${outputs[0]?.folder}`,
  );
});

test.each([
  ["otherwise", [isDouble], isDouble],
  ["that nothing does any more", [isVoid, []], []],
])("what was once said of the whole stands, whatever its parts say: %s", async (_, said, weights) => {
  const whole = await makeFolder(...said);
  const outputs = await makeParts(isVoid, isVoid);
  const merged = await mergeWeights(outputs, whole);
  expect(merged.weights).toEqual(weights);
  expect(merged.notices).toEqual([expect.stringMatching(/what was said of the whole stands$/)]);
  expect((await mergeWeights(await makeParts(weights, weights), whole)).notices).toEqual([]);
});
