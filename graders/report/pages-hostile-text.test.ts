import fc from "fast-check";
import { matchRoster } from "../intake/roster/roster";
import { listMarkup } from "../testing/list-markup";
import { hostileName, makeJudged, makeRecord, sampleRecords } from "../testing/sample-class";
import { classInput, openSampleReporter } from "../testing/sample-pages";
import { makeVerdict } from "../testing/sample-verdicts";
import type { Reporter } from "./report";

let reporter: Reporter;
beforeAll(async () => {
  reporter = await openSampleReporter();
});

const pageTags =
  "html head meta style title body main header footer nav section aside div p span strong small h1 h2 h3 h4 h5 h6 bdi a code pre em s br hr table caption thead tbody tr th td ul ol li dl dt dd details summary blockquote time svg g rect line text path desc math mrow mi mo mn msup msub mfrac figure figcaption fieldset legend input label !doctype form select option output".split(
    " ",
  );
const pageAttributes =
  "lang charset name content http-equiv class id href rel scope aria-label aria-labelledby aria-hidden dir role title viewBox preserveAspectRatio width height x y x1 x2 y1 y2 dy d datetime html for type name checked tabindex hidden autocomplete value data-sort data-status open".split(
    " ",
  );

function expectHarmless(html: string): void {
  const { tags, attributes, links } = listMarkup(html);
  expect([...tags].filter((tag) => !pageTags.includes(tag))).toEqual([]);
  expect([...attributes].filter((name) => !pageAttributes.includes(name))).toEqual([]);
  for (const link of links)
    expect(link).toMatch(
      /^(https?:\/\/|mailto:|#[a-z0-9-]+$|students\/[a-z0-9~._%-]+\/report\.html(#[a-z0-9-]+)?$|staff\/[a-z0-9~._%-]+\/record\.json$|(staff\/)?tables\/[a-z]+\.csv$|staff\/similar\.html$)/i,
    );
  expect(html).not.toMatch(/(?![\n\t])\p{Cc}/u);
}

describe("pages and hostile text", () => {
  test.each(Object.entries(sampleRecords))("the page of %s holds no markup but ours", (_, record) => {
    expectHarmless(reporter.renderStudentHtml(record, hostileName));
  });

  test("the class page holds no markup but ours", () => {
    expectHarmless(reporter.renderClass(classInput).html);
  });

  const bits = fc.constantFrom(
    "<",
    ">",
    '"',
    "'",
    "`",
    "{{",
    "}}",
    "</style>",
    "<script>",
    "]]>",
    "<!--",
    "javascript:",
    "\n",
    "\u001b[31m",
    "&",
    "|",
    "a",
  );
  const hostile = fc.array(bits, { minLength: 1, maxLength: 12 }).map((pieces) => pieces.join(""));

  test("whatever a name, an id, an explanation, an answer or an error says, the markup stays ours", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const judged = makeJudged(
          text,
          [
            makeVerdict(
              "padding",
              ["0", "1"],
              { kind: "malformed", came: { code: "returned-value-of-type", typeName: text } },
              { explanation: text },
            ),
            makeVerdict("softmax", ["0", "2"], {
              kind: "failed",
              outcome: { kind: "did-not-answer", because: { code: "program-killed", signal: text } },
            }),
          ],
          { code: "program-killed", signal: text },
        );
        const refused = makeRecord(text, {
          kind: "ungradable",
          cause: "refused",
          says: { code: "load-throws", error: text },
        });
        const fault = makeRecord(text, { kind: "fault", fault: text });
        for (const record of [judged, refused, fault]) {
          expectHarmless(reporter.renderStudentHtml(record, text));
          for (const shown of [
            reporter.renderStudentMarkdown(record, text),
            reporter.renderStudentText(record, text),
          ])
            expect(shown).not.toMatch(/(?![\n\t])\p{Cc}/u);
        }
        const student = { id: text.trim() || "x", name: text, subject: "d".repeat(64) };
        expectHarmless(
          reporter.renderClass({
            ...classInput,
            seedDigest: text,
            records: [judged, refused, fault],
            roster: matchRoster([student], [text, "other"]),
          }).html,
        );
      }),
      { numRuns: 60 },
    );
  });

  test("a Markdown page lets no raw HTML out of its fences but the anchors", () => {
    const markdown = reporter.renderStudentMarkdown(sampleRecords.mixed, hostileName);
    const outside = markdown.replace(/^(`{3,})markdown\n[\s\S]*?\n\1$/gm, "");
    expect(outside).toContain("Your explanation");
    expect(outside.replace(/<a id="[a-z0-9-]+"><\/a>/g, "")).not.toMatch(/(?<!\\)</);
    expect(outside).not.toMatch(/(?<!\\)\[[^\]]*\]\((?!#[a-z0-9-]+\))/);
  });

  test("allows its own stylesheet and nothing else", () => {
    const html = reporter.renderStudentHtml(sampleRecords.full);
    expect(html).toMatch(
      /http-equiv="Content-Security-Policy" content="default-src &#x27;none&#x27;; style-src &#x27;sha256-[^ ]+&#x27;;/,
    );
    expect(html).not.toMatch(/ style="|<link|<script|@import|url\(/);
  });
});
