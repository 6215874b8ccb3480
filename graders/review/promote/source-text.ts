/** An accepted option as source text for its question's folder: for a change that everybody's class is to have. Pure. */
import type { Acceptance, AnswerShape } from "../../contract/accepted-option";
import { comparePoints } from "../../contract/points";

export function writeSource(accepted: Acceptance): string {
  const { question, part, shape, by, at, why } = accepted;
  const folder = `graders/questions/${question}`;
  return [
    `// ${folder}: part "${part}", accepted by ${by} on ${at.slice(0, 10)}: ${why.replaceAll(/\s+/g, " ")}`,
    ...(shape.kind === "choices" ? writeChoices(shape.picks, accepted) : writeRule(shape, accepted)),
    `// Besides: its sentence in graders/wording/fr.json, and a work in ${folder}/samples/<points>/.`,
  ].join("\n");
}

function writeWords({ credit, says }: Acceptance): readonly string[] {
  const isFull = comparePoints(credit, "1") >= 0;
  return [
    ...(isFull ? [] : [`  credit: ${JSON.stringify(credit)},`]),
    `  says: ${JSON.stringify(says)},`,
    ...(isFull ? [] : ['  hint: "…",']),
  ];
}

function writeChoices(picks: Readonly<Record<string, string>>, accepted: Acceptance): readonly string[] {
  const entries = Object.entries(picks);
  const [[choice, option] = ["", ""]] = entries;
  if (entries.length === 1)
    return [
      `// option "${option}" of the choice "${choice}", where it is declared; these lines in the place of its own`,
      ...writeWords(accepted),
    ];
  return [
    "// question.ts: one more of the part's `exceptions`",
    "{",
    `  when: ${JSON.stringify(picks)},`,
    `  credit: ${JSON.stringify(accepted.credit)},`,
    `  because: ${JSON.stringify(accepted.why)},`,
    "},",
    ...(accepted.says === "" ? [] : [`// its options say now: ${JSON.stringify(accepted.says)}`]),
  ];
}

function writeRule(
  shape: Exclude<AnswerShape, { kind: "choices" }>,
  accepted: Acceptance,
): readonly string[] {
  const isFull = comparePoints(accepted.credit, "1") >= 0;
  return [
    "// question.ts: one more of the part's `rules`, or an option of the choice that it belongs to",
    "{",
    '  id: "…",',
    `  kind: ${isFull ? '"convention"' : '"misconception"'},`,
    ...(isFull ? ['  credit: "1",'] : []),
    ...writeWords(accepted),
    ...writeAccepts(shape).map((line) => `  ${line}`),
    "},",
  ];
}

function writeAccepts(shape: Exclude<AnswerShape, { kind: "choices" }>): readonly string[] {
  switch (shape.kind) {
    case "formula": {
      const names = [...new Set(shape.terms.flatMap(({ powers }) => Object.keys(powers)))];
      return [
        `// of the input's dimensions: ${names.join(", ")}`,
        'by: "rule",',
        "accepts: (trials) =>",
        `  trials.every(({ input, answer }) => Number(answer) === ${writeTerms(shape.terms)}),`,
      ];
    }
    case "factor":
      return [`// an accepted answer times ${shape.factor}`, 'by: "rule",', "accepts: (trials) => …,"];
    case "offset":
      return [`// an accepted answer plus ${shape.offset}`, 'by: "rule",', "accepts: (trials) => …,"];
    case "reading":
      return [`// as the rule "${shape.reading}" accepts; its credit and words change`];
  }
}

function writeTerms(terms: Extract<AnswerShape, { kind: "formula" }>["terms"]): string {
  return terms
    .map(({ coefficient, powers }) =>
      [
        String(coefficient),
        ...Object.entries(powers).map(([name, power]) =>
          power === 1 ? writeName(name) : `${writeName(name)} ** ${power}`,
        ),
      ].join(" * "),
    )
    .join(" + ")
    .replaceAll("+ -", "- ");
}

/** A field by its name; an axis or an item of a list as it is called. */
function writeName(name: string): string {
  return /^[A-Za-z]\w*(?:\[\d+\])?$/.test(name) ? `input.${name}` : `input[${JSON.stringify(name)}]`;
}
