import { changeArea, priceQuestion, toyAssignment } from "../testing/toy-assignment";
import { listNeeds, widenQuestions } from "./needs";
import { planQuestions } from "./plan";

const [area] = toyAssignment.questions as [(typeof toyAssignment.questions)[number]];
/** Asks for a function of its own name. */
const askAlone = (id: string) => {
  const { parts, ...question } = changeArea({}, { id });
  return { ...question, parts: parts.map((one) => ({ ...one, export: id })) } as typeof area;
};
const looker = { ...askAlone("looker"), looksAt: ["price"] };
const questions = [area, priceQuestion, looker, askAlone("lonely")];
const needs = listNeeds(planQuestions(questions, "s").questions);

test("a question goes by what it consults and looks at, by what these go by, and by itself", () => {
  expect(Object.fromEntries([...needs].map(([id, all]) => [id, [...all].sort()]))).toEqual({
    area: ["area"],
    price: ["area", "price"],
    looker: ["area", "looker", "price"],
    lonely: ["lonely"],
  });
});

test.each([
  ["area", ["area", "looker", "price"], ["area", "looker", "price"]],
  ["price", ["looker", "price"], ["area", "looker", "price"]],
  ["looker", ["looker"], ["area", "looker", "price"]],
  ["lonely", ["lonely"], ["lonely"]],
])("a change of %s touches what goes by it, and needs what that goes by", (id, touched, needed) => {
  const widened = widenQuestions(new Set([id]), needs);
  expect([...widened.touched].sort()).toEqual(touched);
  expect([...widened.needed].sort()).toEqual(needed);
});
