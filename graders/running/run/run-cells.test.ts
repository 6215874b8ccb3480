import { parseLimits } from "../../contract/limits";
import { exportNotebook } from "../../intake/notebook/export-notebook";
import { writeCodeCells } from "../../testing/answer-cells";
import { type Bench, openBench, shorten } from "../../testing/run-source";

let bench: Bench;
beforeAll(async () => {
  bench = await openBench(parseLimits());
});
afterAll(() => bench.close());

const imports = 'import { check } from "./selfcheck/notebook.mjs";';
const answer = "export function answer() { return two; }";

/** Cells after which the answer is 2 in a kernel, and so it is here. */
const kernels: readonly (readonly string[])[] = [
  ["export const two = await Promise.resolve(2);", answer],
  ["export let two = 0;\nfor await (const one of [1, 1]) two += one;", answer],
  ["let two = 1;", `two = await Promise.resolve(2);\n${answer}`],
  ["let two = 1;", `if (two === 1) { two += await Promise.resolve(1) }\n${answer}`],
  [`${answer}\nexport const two = (await Promise.all([2]))[0];`],
  ["let two = 2;", `${answer}\n\n${imports}\nawait check("answer", { answer });`],
  ["let two = 2;", `${imports}\nif (two === 1)\n  await check("answer", { answer });\n${answer}`],
  ["let two = 1;", `${imports}\ntwo = 2\nawait check("answer", { answer })\n${answer}`],
  [
    "for await (const one of [1]) { console.log(one) }",
    "await new Promise(() => {});",
    `const two = 2\n${answer}`,
  ],
];

test.each(kernels.map((cells) => [cells]))("means what it means in the notebook: %j", async (cells) => {
  const exported = exportNotebook("work.ipynb", writeCodeCells(cells));
  const source = exported.kind === "exported" ? exported.submission : exported.says.code;
  const { outcomes, load } = await bench.run(source, [["answer"]]);
  expect([shorten(outcomes), load]).toMatchObject([[2], { kind: "loaded" }]);
  expect(load).not.toHaveProperty("loadError");
});
