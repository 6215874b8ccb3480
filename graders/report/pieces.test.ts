import { compileInPieces } from "./pieces";

const long = "é😀".repeat(600);
const sources = {
  templates: { page: "<p>{{#each rows}}{{> row}}{{/each}}</p>{{> outer}}" },
  partials: {
    row: "<i>{{name}}{{text}}</i>",
    outer: "<b>{{#each rows}}{{> row}}{{/each}}{{rows.0.text}}</b>",
  },
};
const write = (rows: readonly { readonly name: string; readonly text: string }[]): readonly string[] => [
  ...compileInPieces("page", sources)({ rows }),
];

test("a page in pieces is the page, what lies in one another included, and no piece of it is long", () => {
  const rows = ["<ada>", "bob"].map((name) => ({ name, text: long }));
  const row = (name: string) => `<i>${name}${long}</i>`;
  const both = row("&lt;ada&gt;") + row("bob");
  const pieces = write(rows);
  expect(pieces.join("")).toBe(`<p>${both}</p><b>${both}${long}</b>`);
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(2 * long.length);
});

test("what a page gave stays what it was when another one is written", () => {
  const render = compileInPieces("page", sources);
  const first = render({ rows: [{ name: "ada", text: long }] });
  render({ rows: [{ name: "bob", text: long }] });
  expect([...first].join("")).toContain(`<i>ada${long}</i>`);
});
