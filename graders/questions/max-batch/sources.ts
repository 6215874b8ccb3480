/** Where people meet these ways of counting, by reading or family of readings. */
import type { Sources } from "../kit/sources";

export const sources: Sources = {
  "weights-per-sample":
    "Which of the four buckets grow with the batch: https://vizuaraai.github.io/5d-parallelism-visual-guide/max-local-batch-size.html",
  "room-kept":
    "Nine tenths of the memory, less what does not grow: https://vizuaraai.github.io/5d-parallelism-visual-guide/max-local-batch-size.html",
};
