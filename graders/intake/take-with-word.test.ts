import { GraderFault, UsageError } from "../contract/faults";
import { Refusal } from "./read-source";
import { refuse } from "./remarks";
import { takeWithWord } from "./take-with-word";

const failing = (error: unknown) =>
  takeWithWord("ann", async () => {
    throw error;
  });

test.each<[string, unknown, object]>([
  ["a refusal is the student's", new Refusal(refuse.emptyFolder()), { kind: "refused", id: "ann" }],
  ["a fault is ours", new GraderFault("the disk"), { kind: "unread", id: "ann", fault: "the disk" }],
  [
    "what nobody expected is ours as well, and ends nothing but this submission",
    new RangeError("Maximum call stack size exceeded"),
    { kind: "unread", id: "ann", fault: expect.stringContaining("Maximum call stack") },
  ],
])("%s", async (_, error, found) => {
  expect(await failing(error)).toMatchObject(found);
});

test("a mistake of the person who grades is told to that person", async () => {
  await expect(failing(new UsageError("no such folder"))).rejects.toThrow("no such folder");
});
