/** How much work a student's formulas are, whether or not they can be set. */
import { renderMarkdown } from "./markdown";
import * as math from "./math";

jest.mock("./math", () => {
  const actual = jest.requireActual<typeof math>("./math");
  return { ...actual, renderForeignFormula: jest.fn(actual.renderForeignFormula) };
});
const render = jest.mocked(math.renderForeignFormula);
beforeEach(() => render.mockClear());

test.each(["$x$ ", "$\\nothing$ ", "$}$ ", "[$}$ ", "*a $\\frac$* "])(
  "%j over and over is tried some times only",
  (one) => {
    renderMarkdown(one.repeat(3000));
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
