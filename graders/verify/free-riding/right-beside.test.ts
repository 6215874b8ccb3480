/** Points only for what is known: an answer is worth no more because what it builds on is answered rightly beside it. */
import type { Question } from "../../contract/question";
import { judgeSubmission } from "../../judge/judge";
import { planQuestions } from "../../judge/plan";
import { assignment } from "../../questions/efficient-deep-learning";
import { projectRoot } from "../../testing/project-root";
import { answerPlan, createMemory } from "../answer-in-process";
import { loadMaterial } from "../load-material";
import { getMaterial, type Solution } from "../material";

// What is told about answers that nothing explains decides no points, and looking for it takes most of the time.
jest.mock("../../judge/observe", () => ({ observe: () => [] }));

const { questions } = assignment;
const material = loadMaterial(projectRoot, assignment);

/** What a question builds on, and what that builds on. */
function listBelow({ buildsOn = [] }: Question): readonly Question[] {
  const direct = questions.filter(({ id }) => buildsOn.includes(id));
  const all = new Set(direct.flatMap((one) => [...listBelow(one), one]));
  return questions.filter((one) => all.has(one));
}

const listExports = ({ parts }: Question): readonly string[] =>
  parts.flatMap((part) => (part.kind === "call" ? [part.export] : []));

const builtOnOthers = questions.filter(({ buildsOn = [] }) => buildsOn.length > 0);

test.each(builtOnOthers.map(({ id }) => [id]))("no answer to %s earns more beside right ones", (id) => {
  const question = builtOnOthers.find((one) => one.id === id) as Question;
  const below = listBelow(question);
  const rights = below.flatMap(listExports).map((name) => [name, material.reference.implementation[name]]);
  const plan = planQuestions([...below, question], "test");
  const memory = createMemory(plan);
  const judge = (work: Solution): string => {
    const answered = plan.questions.filter(
      (one) =>
        one.question === question || listExports(one.question).some((name) => name in work.implementation),
    );
    const verdict = judgeSubmission({ ...plan, questions: answered }, answerPlan(plan, work, memory)).at(-1);
    return verdict === undefined || verdict.status === "not_graded" ? "" : verdict.points;
  };
  const raised = getMaterial(material, question).samples.flatMap((sample) => {
    const implementation = { ...Object.fromEntries(rights), ...sample.implementation };
    const beside = judge({ ...sample, implementation });
    return Number(beside) > Number(sample.points) ? [`${sample.name}: ${beside} beside right work`] : [];
  });
  expect(raised).toEqual([]);
});
