import type { Picks } from "../../contract/choice";
import type { PartFinding } from "../../contract/verdict";
import { findQuestions } from "../../testing/find-questions";
import { makePartVerdict, makeVerdict } from "../../testing/sample-verdicts";
import { englishSentences } from "../../wording/sentences";
import { viewKin } from "./kin";

const asked = findQuestions("standard-conv", "batch-norm", "softmax", "padding");
const views = asked.map(({ id }) => ({ id, title: `The ${id}` }));

const explain = (id: string, picks: Picks): PartFinding => ({
  kind: "explained",
  reading: { id, kind: "convention", credit: "1", picks },
});

/** A question whose parts are all explained by one option. */
const give = (question: string, choice: string, option: string) => {
  const parts = asked.find(({ id }) => id === question)?.parts ?? [];
  const finding = explain(option, { [choice]: option });
  const verdict = makeVerdict(question, ["1", "1"], finding);
  return { ...verdict, parts: parts.map(({ id }) => makePartVerdict(id, "1", "1", finding)) };
};

const options = asked.flatMap(({ id, parts }) =>
  parts.flatMap((part) =>
    part.kind === "call"
      ? Object.entries(part.model?.choices ?? {}).flatMap(([choice, all]) =>
          all.map((one) => [id, choice, one] as const),
        )
      : [],
  ),
);
const names = /fvcore|torchinfo|thop|ptflops|deepspeed|flopco/i;
const ofTools = options.filter(([, , { source = "" }]) => names.test(source));

test("every option that a tool's rule stands behind is told by the tool's name, and no other is told", () => {
  expect(ofTools.length).toBeGreaterThan(5);
  for (const [question, choice, option] of options) {
    const figure = viewKin([give(question, choice, option.id)], asked, views, englishSentences);
    const isOfTool = ofTools.some(
      ([id, of, { id: one }]) => id === question && of === choice && one === option.id,
    );
    expect([option.id, figure !== null]).toEqual([option.id, isOfTool]);
    for (const cell of figure?.panels[0]?.table.rows[0]?.cells[0]?.split(", ") ?? [])
      expect(option.source?.toLowerCase()).toContain(cell.toLowerCase());
  }
});

test("several questions are one figure, a row each, linked to each", () => {
  const chosen = ["batch-norm", "softmax"].flatMap((question) =>
    ofTools.filter(([id]) => id === question).slice(0, 1),
  );
  const recorded = chosen.map(([question, choice, { id }]) => give(question, choice, id));
  const figure = viewKin(recorded, asked, views, englishSentences);
  expect(figure?.from.map(({ id }) => id)).toEqual(["batch-norm", "softmax"]);
  expect(figure?.panels[0]?.title).toMatch(/^In 2 questions you count as a tool does: /);
  expect(figure?.panels[0]?.table.rows.map(({ name }) => name)).toEqual(["The batch-norm", "The softmax"]);
});

test("whoever counts as no tool does has no such figure", () => {
  expect(viewKin([], asked, views, englishSentences)).toBeNull();
});
