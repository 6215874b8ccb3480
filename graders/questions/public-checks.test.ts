/** Nothing right fails a public check, whatever is counted how; nonsense and popular slips do. */
import { listAccepted, listSlips } from "../testing/accepted-answers";
import type { Implementation } from "../testing/judge-implementation";
import { nonsense } from "../testing/nonsense";
import { listFailedChecks } from "../testing/public-checks";
import { assignment } from "./efficient-deep-learning";

const { questions } = assignment;

/** What others build on, by options that lie far apart; functions of questions that are not there are left out. */
const bases = [[], ["exact-additions+upper-bound", "without-slope+in-kib"], ["expectation", "in-gb"]].map(
  (names) => ({
    ...pick("prelu"),
    ...pick("model-flops", names[0]),
    ...pick("model-bytes", names[1]),
    ...pick("fused"),
    ...pick("adam-peak"),
  }),
);

function pick(id: string, name = ""): Implementation {
  const question = questions.find((one) => one.id === id);
  const found = question && listAccepted(question).find((one) => one.name === name);
  if (question !== undefined && found === undefined) throw new Error(`${id} has no options "${name}"`);
  return found?.implementation ?? {};
}

/** Roundings that these numbers survive. */
const roughly = ["in-roughly-rounded-bytes", "in-mb-roughly", "in-mib-roughly"];
/** What these programs cannot do: they answer in one word, and with null where none is. */
const untold = ["sentence", "object", "largest-plotted-for-none", "memory-limit-for-none"];
/** Beside a maximum that is subtracted only. */
const withMaximum = ["sum", "everything"].flatMap((what) =>
  ["shift", "maximum"].map((again) => `${what}-and-${again}-for-every-output`),
);

/** Inside an intensity they are as little as the share of inputs that the PReLU multiplies. */
const smallTerms = ["bias-in-flops", "bias-moved", "two-per-input"];

/** Slips that no property shows, since what is left is what a right way of counting may give, or too little to see. */
const unseen: Readonly<Record<string, readonly string[]>> = {
  bytes: ["truncated-kilobytes", "rounded-to-whole-kilobytes", "rounded-up-kilobytes"],
  "standard-conv": ["same-padded-output-cut"],
  "depthwise-conv": ["same-padded-output-cut"],
  "batch-norm": ["affine-forgotten", "squares-not-summed", "root-per-element", "one-sum-divided-per-element"],
  softmax: ["additions-forgotten", ...withMaximum],
  "model-flops": ["strictly-negative", "inverted", "inverted-with-zeros"],
  bound: [...smallTerms, ...untold],
  "intensity-plot": ["one-decimal", ...smallTerms],
  "optimal-batch": [...smallTerms, ...untold],
  // Alone, the output that is left out is told as what is read alone.
  fused: ["slope-per-sample", "output-left-out", "one-decimal", ...smallTerms, ...untold],
  parameters: roughly,
  "forward-profile": ["one-sample", "one-sample-beside-parameters", ...roughly],
  "adam-peak": ["rough-unit"],
  // A multiple leaves no more room than somebody may keep.
  "max-batch": [
    ...["strictly-below", "one-too-few", "double-precision-weights", "activations-doubled-beside-input"],
    ...["multiple-of-2", "multiple-of-4", "multiple-of-8", "multiple-of-16"],
  ],
  "estimate-check": roughly,
};

describe.each(questions.map((question) => [question.id, question] as const))("%s", (id, question) => {
  const alone = (implementation: Implementation) => listFailedChecks(question, implementation);

  test("no accepted way of counting fails, alone and beside functions that count otherwise", () => {
    const accepted = listAccepted(question);
    const failed = accepted.flatMap(({ name, implementation }) =>
      [{}, ...bases].flatMap((base) => alone({ ...base, ...implementation }).map((one) => `${name}: ${one}`)),
    );
    expect(accepted.length).toBeGreaterThan(0);
    expect(failed).toEqual([]);
  });

  test("every slip shows that a property can show", () => {
    const hidden = listSlips(question)
      .filter(({ implementation }) => alone({ ...bases[0], ...implementation }).length === 0)
      .map(({ name }) => name);
    expect(hidden).toEqual(hidden.filter((name) => unseen[id]?.includes(name)));
  });
});

test("nonsense in the right form passes nothing", () => {
  const asked = questions.filter(({ parts }) =>
    parts.some((part) => part.kind === "call" && part.export in nonsense),
  );
  const passed = asked.filter((question) => listFailedChecks(question, nonsense, "idk").length === 0);
  expect(passed.map(({ id }) => id)).toEqual([]);
});
