/** What a student reads about the bytes of the model. */
import type { Feedback } from "../../contract/question";
import { sayTraffic } from "../kit/roofline/traffic-sentences";

export const feedback: Feedback = {
  title: "Memory transferred by the model",
  expected: "a whole number of bytes",
  unexplained:
    "The bytes do not follow from the layers. For each of the two layers, list what it reads (input, parameters) and what it writes, multiply each by its number of elements for the whole batch, and add up at 4 bytes each.",
  readings: sayTraffic(false),
};
