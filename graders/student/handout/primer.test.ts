import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ts } from "../../running/compile/compiler-api";
import { projectRoot } from "../../testing/project-root";
import { createTypeService } from "../typescript/type-check";

const page = readFileSync(join(projectRoot, "templates", "handout", "typescript.md"), "utf8");
const code = [...page.matchAll(/```ts\n([\s\S]*?)```/g)].map((match) => match[1] ?? "").join("\n");

test("what the page for people who know Python shows is TypeScript without a complaint", () => {
  expect(code.split("\n").length).toBeGreaterThan(20);
  const files = [{ path: "shown.ts", text: code }];
  expect(createTypeService("en").check(files)).toEqual({ mistakes: [], total: 0, elsewhere: 0 });
});

test("and says what Python would say", () => {
  const { outputText } = ts.transpileModule(code, { compilerOptions: { target: ts.ScriptTarget.ES2022 } });
  const text = outputText.replace(/export (?=function)/, "").replace(/^export \{\};$/m, "");
  const printed: string[] = [];
  const run = new Function(
    "console",
    `${text}; return [area(2, 3), last, squares, large, sum, most, macs, flops, best];`,
  );
  // By CPython 3: 0 + 1 + 2, then 7 // 2 for 1 and 2 ** 2 for 2; area is 1 * 3 more.
  expect(run({ log: (line: string) => printed.push(line) })).toEqual([
    13,
    64,
    [16, 1, 256, 4096],
    [4, 16, 64],
    85,
    64,
    1,
    2,
    4,
  ]);
  expect(printed).toEqual(["total is 10"]);
});
