import { createSay } from "../../graders/student/selfcheck/say";
import { english } from "../../graders/wording/translator";
import { readStudentSetting } from "./repository-setting";
import { readTarget } from "./target";

const say = createSay(english);
const ask = async (word: string) =>
  readTarget([word], { ...(await readStudentSetting()), path: "." }, say).catch(
    (error: Error) => error.message,
  );

test("every question's id, written a little wrong, is asked back for", async () => {
  const { assignment } = await readStudentSetting();
  for (const { id } of assignment.questions) {
    for (const word of [id.toUpperCase(), `${id.slice(0, 2)}${id.slice(3)}`, `${id}x`]) {
      if (assignment.questions.some((one) => one.id === word)) continue;
      expect(await ask(word)).toContain(`${word} is neither a file here nor a question; did you mean ${id}?`);
    }
  }
});

test.each(["sofmax", "Softmax", "batchnorm", "batch_norm"])("%s means a question", async (word) => {
  expect(await ask(word)).toMatch(/did you mean (softmax|batch-norm)\? Questions: /);
});

test("what resembles nothing is not guessed at", async () => {
  expect(await ask("nowhere/at-all.ts")).toMatch(/nor a question\. Questions: /);
});
