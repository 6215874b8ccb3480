import { collectExplanations } from "./explanations";

const real = 'The variance is a mean: "one" division for each channel, {once}; // so.';
const questions = [{ id: "batch-norm", names: [], exports: ["batchNormFlops"], handedOut: [] }];
const read = (source: string, exported?: Record<string, string>) =>
  collectExplanations({ exported, texts: [], sources: [source], questions });

const starts = [
  "const explanations = ",
  "export const Explanations = ",
  "export const EXPLANATIONS: Record<string, string> = ",
  "let explanation: { [id: string]: string } = ",
  "const explanatoins = ",
  "export const explanations = ",
];
const objects = {
  plain: `{ "batch-norm": ${JSON.stringify(real)} }`,
  "by the function's name": `{\n  // mine\n  batchNormFlops: ${JSON.stringify(real)},\n}`,
  "in single quotes": `{ 'batch-norm': '${real}' }`,
  "in a template": `{ batch_norm: \`${real}\` }`,
  "in two pieces":
    '{ batchNorm: "The variance is a mean: \\"one\\" division" +\n "for each channel, {once}; // so.", other: 1 }',
  frozen: `Object.freeze({ "batch-norm": ${JSON.stringify(real)} } as const)`,
};

describe("explanations that are not exported, or under a name that is near, are read where they are written out", () => {
  const cases = starts.flatMap((start) =>
    Object.entries(objects).map(([what, text]) => [start, what, text] as const),
  );
  test.each(cases)("%s%s", (start, _, text) => {
    const source = `const a = 1;\n${start}${text};\nexport function batchNormFlops() { return { other: "text" }; }\n`;
    expect([...read(source).byQuestion]).toEqual([["batch-norm", real]]);
    expect(read(source, { "batch-norm": "exported" }).byQuestion.get("batch-norm")).toBe("exported");
  });
});

test("what belongs to no question stands for staff, and what is no text is nothing", () => {
  expect(read(`const explanations = { wrong: "${"word ".repeat(8)}" };`).unassigned).toHaveLength(1);
  for (const text of [
    "const explanations = make();",
    "const explanations: Record<string, string>;",
    "const explained = 1;",
  ])
    expect(read(text)).toEqual({ byQuestion: new Map(), unassigned: [] });
});

test("costs no time, whatever the source", () => {
  for (const piece of ["const explanations = {", "explanations", '"a": "b",', "`${", ": "])
    expect(read(piece.repeat(100_000)).byQuestion.size).toBe(0);
});
