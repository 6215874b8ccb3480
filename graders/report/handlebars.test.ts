import { GraderFault } from "../contract/faults";
import { compileTemplate, escapeHtml, markSafe } from "./handlebars";

function render(
  source: string,
  view: object,
  partials: Record<string, string> = {},
  escaping: "html" | "none" = "html",
) {
  return compileTemplate("page", { templates: { page: source }, partials }, escaping)(view);
}

describe("compileTemplate", () => {
  test("escapes every value, in text and in attributes", () => {
    expect(render('<a title="{{a}}">{{a}}</a>', { a: `"'<&>\`=` })).toBe(
      '<a title="&quot;&#x27;&lt;&amp;&gt;&#x60;&#x3D;">&quot;&#x27;&lt;&amp;&gt;&#x60;&#x3D;</a>',
    );
  });

  test("escapes in partials and loops too", () => {
    expect(
      render("{{> row}}{{#each list}}{{this}}{{/each}}", { a: "<", list: ["<"] }, { row: "{{a}}" }),
    ).toBe("&lt;&lt;");
  });

  test("lets only marked HTML through", () => {
    expect(render("{{a}}", { a: markSafe("<b>x</b>") })).toBe("<b>x</b>");
    expect(render("{{a}}", { a: { toHTML: "<b>" } })).toBe("[object Object]");
  });

  test.each(["{{{a}}}", "{{&a}}", "{{~&a}}"])("refuses the template %s", (source) => {
    expect(() => render(source, { a: "x" })).toThrow(GraderFault);
    expect(() => render("{{> bad}}", { a: "x" }, { bad: source })).toThrow(
      /partial bad: ".*" would leave a value unescaped/,
    );
  });

  test.each([
    "{{missing}}",
    "{{a.missing}}",
    "{{#if missing}}x{{/if}}",
    "{{#each missing}}x{{/each}}",
    "{{> bar}}",
  ])("calls a name that the view lacks an error: %s", (source) => {
    expect(() => render(source, { a: {} }, { bar: "{{missing}}" })).toThrow(
      /(template page|partial bar): .*(missing|view lacks)/,
    );
  });

  test.each(["{{constructor}}", "{{a.constructor.name}}", "{{a.__proto__}}", '{{lookup a "constructor"}}'])(
    "reaches no prototype: %s",
    (source) => {
      const run = (): string => render(source, { a: {} });
      let shown = "";
      try {
        shown = run();
      } catch {
        shown = "";
      }
      expect(shown).toBe("");
    },
  );

  test("names a template that is missing or broken", () => {
    expect(() => compileTemplate("none", { templates: {}, partials: {} }, "html")).toThrow(
      /template none: expected a file/,
    );
    expect(() => render("{{#if a}}", { a: 1 })).toThrow(/template page: /);
  });

  test("escapes nothing for formats that escape their views themselves", () => {
    expect(render("{{a}}", { a: "<" }, {}, "none")).toBe("<");
  });
});

describe("escapeHtml", () => {
  test("agrees with the templates", () => {
    expect(escapeHtml("<a href='x'>")).toBe(render("{{a}}", { a: "<a href='x'>" }));
  });
});
