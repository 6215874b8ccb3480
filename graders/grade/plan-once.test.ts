import { toyAssignment } from "../testing/toy-assignment";
import { planOnce } from "./plan-once";

const { questions } = toyAssignment;

test("who asks for the same gets the same plan, and for anything else another", () => {
  const plan = planOnce(questions, "one");
  expect(planOnce(questions, "one")).toBe(plan);
  expect(planOnce(questions, "two").seed).toBe("two");
  expect(planOnce(questions, "one")).toEqual(plan);
  const fewer = planOnce(questions.slice(1), "one");
  expect(fewer.questions.map(({ question }) => question)).toEqual(questions.slice(1));
});
