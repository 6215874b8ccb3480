/**
 * What judging costs per submission, as a ratio to a bare `node -e 0` started in turns with it: every whole work that
 * the project holds, its answers already there, judged by a judge that has judged before.
 */
import { judgeSubmission } from "../../graders/judge/judge";
import { planQuestions } from "../../graders/judge/plan";
import { assignment } from "../../graders/questions/efficient-deep-learning";
import { answerPlan } from "../../graders/verify/answer-in-process";
import { loadMaterial } from "../../graders/verify/load-material";
import { projectRoot } from "../project";
import { createBench, parseCount, runBench } from "./run-bench";
import { median, time, timeBareStart } from "./timing";

function main(rounds: number): void {
  const { fullMarks, reference, others } = loadMaterial(projectRoot, assignment);
  const plan = planQuestions(assignment.questions, "bench");
  const works = [fullMarks, reference, ...others].map((work) => ({
    name: work.name,
    answers: answerPlan(plan, work),
    times: [] as number[],
  }));
  const starts: number[] = [];
  const firstMs = time(() => works[0] && judgeSubmission(plan, works[0].answers));
  for (const { answers } of works) judgeSubmission(plan, answers);
  for (let round = 0; round < rounds; round += 1) {
    starts.push(timeBareStart());
    for (const { answers, times } of works) times.push(time(() => judgeSubmission(plan, answers)));
  }
  const bareMs = median(starts);
  console.log(`bare node ${bareMs.toFixed(1)} ms; the first submission of a batch ${firstMs.toFixed(0)} ms`);
  for (const { name, times } of works)
    console.log(`${median(times).toFixed(2)} ms   ${(median(times) / bareMs).toFixed(2)} × node   ${name}`);
}

const command = createBench(
  "judging-cost",
  "What judging costs per submission, beside a bare start of Node.",
).argument("[rounds]", "rounds that are measured", parseCount, 15);

runBench(command, () => main(command.processedArgs[0]));
