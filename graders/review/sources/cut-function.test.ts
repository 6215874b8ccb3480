import { cutFunction } from "./cut-function";

const source = `import { x } from "./x";
/** Counts. */
// and counts
export const area = (rows: number) => {
  const twice = \`\${rows} export const price\`;
  return rows * 2;
};

const helper = 1; export function price(rows: number) { return rows; }
export async function later() {
  await 1;
}
export const last = { area: 1 }`;

test.each([
  ["area", /^\/\*\* Counts\. \*\/\n\/\/ and counts\nexport const area.*return rows \* 2;\n};$/s],
  ["later", /^export async function later\(\) \{\n {2}await 1;\n}$/],
  ["last", /^export const last = \{ area: 1 }$/],
])("%s is cut out with its comment, up to the next statement", (name, expected) => {
  expect(cutFunction(source, name)).toMatch(expected);
});

test.each([
  ["a name that only stands inside", "rows"],
  ["a name that is not there", "volume"],
])("%s is not found", (_, name) => {
  expect(cutFunction(source, name)).toBeNull();
});

test.each(["", "export const", "`${`${", "export const area = (((", "/* area"])(
  "odd source %j fails nothing",
  (odd) => {
    expect([null, odd]).toContain(cutFunction(odd, "area"));
  },
);
