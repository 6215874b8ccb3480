import { peakOf } from "../../../reference/convnextv2/events";
import { parseLimits } from "../../contract/limits";
import type { MemoryEvent } from "../../contract/value";
import { createRandom } from "../../judge/random";
import { assignment } from "../../questions/efficient-deep-learning";
import { readForwardPass } from "../../questions/forward-profile/recordings";
import { takeInTexts } from "../../testing/take-in-texts";
import { packSubmission } from "../selfcheck/pack";
import { listDataFiles } from "./data-files";

const limits = parseLimits();

const read = <T>(name: string): T => {
  const file = listDataFiles().find(({ path }) => path === `data/${name}.json`);
  return JSON.parse(file?.text ?? "null") as T;
};

const sum = (events: readonly MemoryEvent[], category: MemoryEvent["category"]): number =>
  events.filter((one) => one.category === category).reduce((bytes, one) => bytes + one.bytes, 0);

describe.each([
  ["forward-batch8-with-gradients", "large-batch8-forward-grad", 5_157_206_240],
  ["forward-batch8-without-gradients", "large-batch8-forward-no-grad", 1_085_707_168],
])("%s", (name, id, peakBytes) => {
  const events = read<readonly MemoryEvent[]>(name);

  test("is what the notebook's numbers are asked with", () => {
    expect(events).toEqual(readForwardPass(id));
    expect(Number(peakOf(events))).toBe(peakBytes);
  });

  test("ends with the pass: its result is held, nothing temporary is", () => {
    expect(sum(events, "activation")).toBeGreaterThanOrEqual(8 * 1000 * 4);
    expect(sum(events, "temporary")).toBe(0);
  });

  test("is booked as the statement says: what stays is an activation, what goes is temporary", () => {
    expect(events.filter(({ bytes, category }) => bytes < 0 && category !== "temporary")).toEqual([]);
  });
});

test("the pass with gradients keeps at its end all but a few bytes of what it holds at its peak", () => {
  const events = read<readonly MemoryEvent[]>("forward-batch8-with-gradients");
  const held = 5_157_206_240 - sum(events, "parameter") - sum(events, "input");
  expect(sum(events, "activation") / held).toBeGreaterThan(0.99);
  expect(sum(events, "activation")).toBeLessThan(held);
});

test("lists in public checks are booked as the recordings are", () => {
  const question = assignment.questions.find(({ id }) => id === "forward-profile");
  const lists = question?.publicChecks.flatMap(({ calls }) => calls.map(({ args }) => args[0])) ?? [];
  expect(lists.length).toBeGreaterThan(0);
  for (const events of lists as (readonly MemoryEvent[])[]) {
    expect(events.some(({ bytes, category }) => bytes < 0 && category !== "temporary")).toBe(false);
    expect(sum(events, "temporary")).toBe(0);
  }
});

test("hidden lists are, too", () => {
  const question = assignment.questions.find(({ id }) => id === "forward-profile");
  const parts = question?.parts.filter((part) => part.kind === "call") ?? [];
  const inputs = parts.flatMap((part) => part.cases(createRandom("data", "any")).map(({ input }) => input));
  for (const events of inputs as (readonly MemoryEvent[])[]) {
    expect(events.some(({ bytes, category }) => bytes < 0 && category !== "temporary")).toBe(false);
    expect(sum(events, "temporary")).toBe(0);
  }
});

test.each(["", ...listDataFiles().map(({ path }) => path)])(
  "what is handed out can be imported, packed and taken in: %s, or all of it",
  async (one) => {
    const files = listDataFiles().filter(({ path }) => path === one || one === "");
    const imports = files.map(({ path }, at) => `import data${at} from "./${path}";\n`).join("");
    const work = [{ path: "submission.ts", text: imports }, ...files];
    const submission = await takeInTexts("mine", work, limits);
    const packed = await packSubmission(submission, limits);
    expect(packed).toMatchObject({ kind: "packed", contentDigest: submission.contentDigest });
    expect(submission.files).toHaveLength(work.length);
  },
);
