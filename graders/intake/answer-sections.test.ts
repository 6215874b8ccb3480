import { splitSections } from "./answer-sections";
import { createHeadingReader } from "./heading-names";
import { exportNotebook } from "./notebook/export-notebook";
import { writeNotebook } from "./notebook/notebook";

const readHeading = createHeadingReader([
  { id: "estimate-check", names: ["Estimate check"], exports: ["checkEstimate"], task: "6d", handedOut: [] },
  { id: "padding", names: ["Padding of a convolution"], exports: ["padding"], task: "2a", handedOut: [] },
]);
const real = "The peak is in the optimizer step: its temporaries are as large as the padding - or larger";
const list = (text: string) =>
  splitSections(text, readHeading).filter(({ question, text: own }) => question !== null && own !== "");

describe("what stands on the line of a heading behind its name is text below it", () => {
  const names = [
    "estimate-check",
    "`estimate-check`",
    "Estimate check",
    "checkEstimate",
    "Task 6d",
    "6d) Estimate check",
    "Estimate check (`estimate-check`, 1 point)",
  ];
  const parts = [": ", " - ", " – ", " — ", " = ", ": your explanation: ", " : "];
  const texts = [real, `${real} ${"and so on ".repeat(40)}`.trim()];
  const cases = names.flatMap((name) =>
    parts.flatMap((part) => texts.map((text) => [name, part, text] as const)),
  );
  test.each(cases)("%s%s%s", (name, part, text) => {
    for (const marks of ["#", "##", "###"])
      expect(
        list(
          `## padding\nnine\n\n${marks === "###" ? "## other\n" : ""}${marks} ${name}${part}${text}\n\nand below`,
        ),
      ).toEqual([
        { question: "padding", text: "nine" },
        { question: "estimate-check", text: `${text}\n\nand below` },
      ]);
  });

  test("the words that are handed out are none, and a heading of another matter stays one", () => {
    expect(list("## estimate-check: your explanation\n")).toEqual([]);
    expect(list("## `padding`: votre explication\n")).toEqual([]);
    expect(list("## padding\nnine\n### Note: estimate-check\nten")).toEqual([
      { question: "padding", text: "nine\n### Note: estimate-check\nten" },
    ]);
  });

  test.each([
    `: ${real}`,
    `: your explanation ${real}`,
    `: your explanation\n${real}`,
    ` ${real}`,
    `: ${real}\nmore`,
  ])("in a notebook: %j", (behind) => {
    const text = writeNotebook([{ id: "a", kind: "markdown", source: `### \`estimate-check\`${behind}` }]);
    const exported = exportNotebook("a.ipynb", text);
    const [section] = exported.kind === "exported" ? list(exported.answers) : [];
    expect(section?.question).toBe("estimate-check");
    expect(section?.text.startsWith(real)).toBe(true);
  });
});

test("a heading of a megabyte costs no time", () => {
  for (const piece of ["a ", ": ", "- ", "padding: ", "` "])
    expect(list(`## ${piece.repeat(500_000)}`).length).toBeLessThan(2);
});
