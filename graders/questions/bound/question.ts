/** Task 5, arithmetic intensity: whether memory or compute limits the model on a GPU. */
import type { Question } from "../../contract/question";
import { makeBoundPart } from "../kit/roofline/bound";
import { feedback } from "./feedback";
import { publicChecks } from "./public-checks";

export const question: Question = {
  id: "bound",
  points: "1",
  parts: [makeBoundPart("bound", "1", false)],
  feedback,
  publicChecks,
};
