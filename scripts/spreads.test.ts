import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ts } from "../graders/running/compile/compiler-api";
import { projectRoot } from "../graders/testing/project-root";

/** What meets only our own work: release checks, the handout's maker, tests, formulas, cases and recordings. */
const meetsOwnWork =
  /^(?:verify|testing|student\/handout)\/|\.test\.ts$|\/samples\/|^questions\/.*(?:formulas|cases|recordings)\.ts$/;

/** Lists as long as we make them: one item a hidden case, an axis, a bar of a chart, a file of at most 10,000 … */
const ownLists = [
  "intake/answer-sections.ts: …kept",
  "intake/content-digest.ts: …rest.map(({ path, text }) => ({ name: toCompiledName(path), text }))",
  "judge/solve-linear.ts: …sizes",
  "questions/estimate-check/measures.ts: …allocations.map(({ bytes }) => bytes)",
  "questions/forward-profile/peak.ts: …categories",
  "questions/fused/flops-part.ts: …perSample",
  "questions/fused/flops-part.ts: …ratios",
  "questions/intensity-plot/plot.ts: …trials.map(({ answer }) => answer.series.length)",
  "questions/intensity-plot/public/axes.ts: …inherited",
  "questions/intensity-plot/public/scales.ts: …channels.map((one) => one.scale ?? {})",
  "questions/kit/roofline/bound.ts: …larger.map(({ id }) => id)",
  "questions/kit/roofline/bound.ts: …smallFlops",
  "questions/kit/roofline/curve-answer.ts: …curve.map(pickInside)",
  "questions/kit/roofline/curve-shapes.ts: …values",
  'questions/kit/roofline/intensity-choices.ts: …(fused ? ["intermediate-once"] : [])',
  "questions/kit/roofline/optimum-alternatives.ts: …notebookBatchSizes",
  "questions/kit/roofline/optimum-choices.ts: …notebookBatchSizes",
  "questions/kit/roofline/optimum-window.ts: …crossings",
  "questions/kit/roofline/optimum.ts: …larger.map(({ id }) => id)",
  "questions/kit/roofline/own-counts.ts: …quotients",
  "questions/max-batch/reserve.ts: …ends",
  "questions/padding/question.ts: …effects.axes.list(layer).map((axis) => Math.max(0, Math.ceil(solveTotalPadding(axis) / 2)))",
  "report/histogram.ts: …bins.map((bin) => bin.count)",
  "running/run/run.ts: …(await run.answer(name, group))",
  "running/run/submission-run.ts: …(known === null ? await this.askSome(name, rest) : rest.map(() => known))",
];

/** Arguments that are spread out of a list, "intake/reach.ts: …list"; a long list overflows the stack. */
function listSpreads(path: string, text: string): readonly string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && !listsOptions(node)) {
      for (const one of node.arguments ?? [])
        if (ts.isSpreadElement(one)) found.push(`${path}: …${one.expression.getText()}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Options of a choice are written down one by one. */
function listsOptions({ expression }: ts.CallExpression | ts.NewExpression): boolean {
  return ts.isIdentifier(expression) && expression.text === "choose";
}

test("only lists that nobody else can make long are spread into arguments", () => {
  const paths = readdirSync(join(projectRoot, "graders"), { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".ts") && !meetsOwnWork.test(path));
  const found = paths.flatMap((path) =>
    listSpreads(path, readFileSync(join(projectRoot, "graders", path), "utf8")),
  );
  expect([...new Set(found)].sort()).toEqual(ownLists);
});

test("a list that is spread is found", () => {
  expect(listSpreads("a.ts", "Math.max(1, ...values); f([...list]); new Set(...all);")).toEqual([
    "a.ts: …values",
    "a.ts: …all",
  ]);
});
