/** How much work a student's formulas are, whether or not they can be set. */
import { readFileSync } from "node:fs";
import { endInTime } from "../testing/end-in-time";
import { renderMarkdown } from "./markdown";
import * as math from "./math";

jest.mock("./math", () => {
  const actual = jest.requireActual<typeof math>("./math");
  return { ...actual, renderForeignFormula: jest.fn(actual.renderForeignFormula) };
});
const render = jest.mocked(math.renderForeignFormula);
beforeEach(() => render.mockClear());

test.each(["$x$ ", "$\\nothing x$ ", "$x}$ ", "[$}x$ ", "*a $\\frac x$* "])(
  "%j and its like are tried some times only",
  (one) => {
    renderMarkdown(Array.from({ length: 3000 }, (_, at) => one.replace("x", `x_{${at}}`)).join(""));
    expect(render.mock.calls.length).toBeLessThanOrEqual(200);
    expect(render.mock.calls.length).toBeGreaterThan(0);
  },
);

test.each([
  "\\def\\a{x}\\a",
  "\\newcommand{\\a}{x}\\a",
  "\\gdef\\a{x}",
  "\\let\\a=x",
  "\\renewcommand\\a{x}",
  "\\providecommand\\a{x}\\a",
])("%j defines something, and is shown as it was written", (formula) => {
  expect(math.renderForeignFormula(formula, false)).toBeNull();
});

test("what only begins like a definition is set", () => {
  expect(math.renderForeignFormula("a \\leq b", false)).toContain("<math");
  expect(math.renderForeignFormula("x \\left( y \\right)", false)).toContain("<math");
});

describe("a formula that nests a command in itself", () => {
  const source = readFileSync(require.resolve("temml"), "utf8");
  const commands = [...new Set([...source.matchAll(/\\\\([A-Za-z]+)/g)].map(([, name]) => name as string))];
  const nest = (depth: number, before: string, after: string): string =>
    `${before.repeat(depth)}x${after.repeat(depth)}`;
  /** Each as a function of one to three arguments, in each of its places, and as an environment. */
  const forms: readonly ((name: string, depth: number) => string)[] = [
    ...["{", "{x}{", "{x}{x}{", "[x]{", "_{"].map(
      (opening) => (name: string, depth: number) => nest(depth, `\\${name}${opening}`, "}"),
    ),
    (name, depth) => nest(depth, `\\${name}{`, "}{x}"),
    (name, depth) => nest(depth, `\\${name}[`, "]{x}"),
    (name, depth) => nest(depth, `\\begin{${name}}`, `\\end{${name}}`),
  ];
  const measure = (latex: string): number => math.renderForeignFormula(latex, true)?.length ?? 0;

  test("becomes no more than as much longer as it was nested deeper, whichever of temml's it is", () => {
    expect(commands.length).toBeGreaterThan(1000);
    const growing = commands.filter((name) =>
      forms.some((write) => {
        const [a, b, c] = [3, 5, 7].map((depth) => measure(write(name, depth))) as [number, number, number];
        return c > 0 && c - b > 1.5 * (b - a);
      }),
    );
    expect(growing).toEqual([]);
  });

  const fill = (start: string): string =>
    `[$$${start}${"(/.".repeat(Math.floor((394 - start.length) / 3))}}$$`;

  test("and ends soon, whichever of them is as long as it may be", () => {
    const formulas = commands.flatMap((name) => [fill(`\\${name}{`), fill(`\\${name}{x}{`)]);
    const texts = formulas.flatMap((_, at) =>
      at % 50 === 0 ? [formulas.slice(at, at + 50).join("\n\n")] : [],
    );
    expect(endInTime(() => texts.map(renderMarkdown))).toHaveLength(texts.length);
  });

  // Fifty fit into one explanation, and one of them takes its parser 15 ms and more.
  test.each(["ce", "pu"])(
    "\\%s, which is parsed anew behind each sign, ends soon in all explanations of a page",
    (name) => {
      const write = (at: number): string => fill(`\\${name}{${at}`);
      const texts = Array.from({ length: 18 }, (_, page) =>
        Array.from({ length: 50 }, (_, at) => write(50 * page + at)).join("\n\n"),
      );
      expect(endInTime(() => texts.map(renderMarkdown))).toHaveLength(18);
    },
  );

  test("is shown as it was written where each level is built several times, and where it becomes too long", () => {
    expect(math.renderForeignFormula(nest(14, "\\cancelto{x}{", "}"), false)).toBeNull();
    expect(math.renderForeignFormula(nest(60, "\\overset{x}{", "}"), false)?.length ?? 0).toBeLessThan(
      32_769,
    );
  });
});
