import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { GraderFault } from "../contract/faults";
import { matchRoster } from "../intake/roster/roster";
import { nameFolder } from "../records/folder-name";
import { listMarkup } from "../testing/list-markup";
import { sampleAssignment } from "../testing/sample-assignment";
import {
  hostileId,
  hostileName,
  makeJudged,
  makeRecord,
  sampleBatch,
  sampleRecords,
  secrets,
} from "../testing/sample-class";
import { explainedBy, makeConvVerdict, makeVerdict } from "../testing/sample-verdicts";
import type { ClassInput } from "./class-input";
import { openReporter, type Reporter } from "./report";

const templatesFolder = join(__dirname, "..", "..", "templates");
const goldenFolder = join(__dirname, "golden");
const renewal = "RENEW_GOLDEN=1 npx jest graders/report/report";

const records = Object.values(sampleRecords);
const students = [
  { id: "ada", name: "Ada Lovelace", subject: "a".repeat(64) },
  { id: hostileId, name: hostileName, subject: "b".repeat(64) },
  { id: "zoe", name: "Zoë <i>Absent</i>", subject: "c".repeat(64) },
];
const roster = matchRoster(
  students,
  records.map((one) => one.submission.id),
);
const classInput: ClassInput = { ...sampleBatch, records, getFolder: nameFolder, roster, withEvidence: true };

let reporter: Reporter;
beforeAll(async () => {
  reporter = await openReporter(templatesFolder, sampleAssignment);
});

/** Compares with the page on disk; a page that is meant to change is renewed by the command in the message. */
function expectGolden(name: string, text: string): void {
  // Another ending than .html, so that no formatter touches them.
  const path = join(goldenFolder, `${name}.golden`);
  if (process.env.RENEW_GOLDEN === "1") {
    mkdirSync(goldenFolder, { recursive: true });
    writeFileSync(path, text);
  }
  const golden = existsSync(path) ? readFileSync(path, "utf8") : "";
  if (text !== golden) {
    const lines = text.split("\n");
    const line = golden.split("\n").findIndex((old, index) => old !== lines[index]);
    throw new Error(`${name} differs from its golden page at line ${line + 1}. If that is meant: ${renewal}`);
  }
}

describe("golden pages", () => {
  test.each(["full", "mixed", "wrong", "broken", "heldBack", "tampered"] as const)("student %s", (kind) => {
    const name = kind === "mixed" ? hostileName : undefined;
    expectGolden(`student-${kind}.html`, reporter.renderStudentHtml(sampleRecords[kind], name));
    expectGolden(`student-${kind}.md`, reporter.renderStudentMarkdown(sampleRecords[kind], name));
  });

  test("class", () => {
    expectGolden("class.html", reporter.renderClassHtml(classInput));
  });
});

const pageTags =
  "html head meta style title body main header footer nav section aside div p span strong small h1 h2 h3 h4 h5 h6 bdi a code pre em s br hr table caption thead tbody tr th td ul ol li dl dt dd details summary blockquote svg g rect line text !doctype".split(
    " ",
  );
const pageAttributes =
  "lang charset name content http-equiv class id href rel scope aria-label aria-labelledby aria-hidden dir role title viewBox preserveAspectRatio width height x y x1 x2 y1 y2 html".split(
    " ",
  );

function expectHarmless(html: string): void {
  const { tags, attributes, links } = listMarkup(html);
  expect([...tags].filter((tag) => !pageTags.includes(tag))).toEqual([]);
  expect([...attributes].filter((name) => !pageAttributes.includes(name))).toEqual([]);
  for (const link of links)
    expect(link).toMatch(
      /^(https?:\/\/|mailto:|#[a-z0-9-]+$|students\/[a-z0-9~._%-]+\/report\.html(#[a-z0-9-]+)?$|staff\/[a-z0-9~._%-]+\/record\.json$)/i,
    );
  expect(html).not.toMatch(/(?![\n\t])\p{Cc}/u);
}

describe("pages and hostile text", () => {
  test.each(Object.entries(sampleRecords))("the page of %s holds no markup but ours", (_, record) => {
    expectHarmless(reporter.renderStudentHtml(record, hostileName));
  });

  test("the class page holds no markup but ours", () => {
    expectHarmless(reporter.renderClassHtml(classInput));
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
          expect(reporter.renderStudentMarkdown(record, text)).not.toMatch(/(?![\n\t])\p{Cc}/u);
        }
        const student = { id: text.trim() || "x", name: text, subject: "d".repeat(64) };
        expectHarmless(
          reporter.renderClassHtml({
            ...classInput,
            seed: text,
            records: [judged, refused, fault],
            roster: matchRoster([student], [text, "other"]),
          }),
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

describe("student page", () => {
  const pages = (): string[] =>
    records.flatMap((record) => [reporter.renderStudentHtml(record), reporter.renderStudentMarkdown(record)]);

  test("shows no hidden case, no seed, no fault, no other reading, and nothing that the code printed or threw", () => {
    for (const page of pages()) for (const secret of secrets) expect(page).not.toContain(secret);
  });

  test("shows no credit and no id of a reading", () => {
    const page = reporter.renderStudentHtml(sampleRecords.mixed).replace(/<style>[^<]*<\/style>/, "");
    for (const word of ["twice<", ">twice", "misconception", "credit", "convention"])
      expect(page).not.toContain(word);
  });

  test.each(Object.entries(sampleRecords))(
    "of %s has every question's id as an anchor, exactly once",
    (_, record) => {
      const html = reporter.renderStudentHtml(record);
      for (const { id } of sampleAssignment.questions) expect(html.split(` id="${id}"`)).toHaveLength(2);
      const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
    },
  );

  test("holds the total back where we failed", () => {
    const page = reporter.renderStudentMarkdown(sampleRecords.heldBack);
    expect(page).toContain("**Total: held back / 5.00**");
    expect(page).toContain("That is our fault");
  });

  test("shows what the compiler said of the student's own code", () => {
    expect(reporter.renderStudentHtml(sampleRecords.broken)).toContain(
      "submission.ts, line 3: &#x27;;&#x27; expected",
    );
  });

  test("shows bonus points apart from the total", () => {
    expect(reporter.renderStudentMarkdown(sampleRecords.full)).toContain(
      "**Total: 5.00 / 5.00** · bonus 2.00",
    );
  });

  test("still shows a question that has left the catalogue", () => {
    const record = makeJudged("ada", [makeVerdict("gone", ["0", "1"], explainedBy("twice"))]);
    expect(reporter.renderStudentHtml(record)).toContain('<h2 id="gone-title">gone</h2>');
  });
});

describe("class page", () => {
  test("leaves evidence out unless it is asked for", () => {
    const { withEvidence: _, ...plain } = classInput;
    const html = reporter.renderClassHtml(plain);
    for (const secret of ["expected-1717", "printed-hidden-input", "edge-hidden-7"]) {
      expect(html).not.toContain(secret);
      expect(reporter.renderClassHtml(classInput)).toContain(secret);
    }
  });

  test("tells staff, and no student, of answers that are right on public numbers only", () => {
    const record = makeJudged("lucky", [
      makeVerdict("softmax", ["0", "2"], {
        kind: "unexplained",
        casesRight: 1,
        cases: 4,
        observations: [{ kind: "constant", isRightOnNotebook: true }],
      }),
    ]);
    const suspicion = "perhaps written down";
    expect(reporter.renderClassHtml({ ...classInput, records: [record] })).toContain(suspicion);
    expect(reporter.renderStudentHtml(record)).not.toContain(suspicion);
  });

  test("gives no points to what could not be run, not even none", () => {
    const html = reporter.renderClassHtml({ ...classInput, records: [sampleRecords.broken] });
    const [row = ""] = /<tr><th scope="row">.*?<\/tr>/s.exec(html) ?? [];
    expect(row).toContain("—");
    expect(row).not.toMatch(/\d\.\d/);
  });

  test("names the fault of what was not graded, once per submission", () => {
    const html = reporter.renderClassHtml(classInput);
    const [, listed = ""] = /<section[^>]*id="not-graded">([\s\S]*?)<\/section>/.exec(html) ?? [];
    expect(listed.match(/<li>(softmax: )?a fault in words for staff<\/li>/g)).toHaveLength(2);
  });

  test("leads to every submission's report, under the student's name where the roster has one", () => {
    const { links } = listMarkup(reporter.renderClassHtml(classInput));
    for (const { submission } of records) {
      expect(links).toContain(`students/${encodeURIComponent(nameFolder(submission.id))}/report.html`);
    }
    expect(reporter.renderClassHtml(classInput)).toContain("Ada Lovelace (ada)");
  });

  test("says who made a misconception, and counts each submission once", () => {
    const twice = [explainedBy("twice"), explainedBy("twice")] as const;
    const input = { ...classInput, records: [makeJudged("ada", [makeConvVerdict(...twice, "0.25")])] };
    expect(reporter.renderClassHtml(input)).toMatch(
      /1×<\/strong>[\s\S]*You counted every multiply-add twice[\s\S]*Made by: <a/,
    );
  });

  test("says whose a name may be that nobody on the roster has", () => {
    const [student] = students;
    const suggestions = student === undefined ? [] : [{ name: "Ada_<1>.rar", students: [student] }];
    const roster = { ...matchRoster(students, []), suggestions };
    const html = reporter.renderClassHtml({ ...classInput, roster });
    expect(html).toContain("<li><bdi>Ada_&lt;1&gt;.rar</bdi>: <bdi>Ada Lovelace (ada)</bdi></li>");
    expect(html).toContain("Nothing was guessed: correct the roster or the name, and run again.");
  });

  test("shows an empty class without a mean", () => {
    const { roster: _, ...input } = classInput;
    const html = reporter.renderClassHtml({ ...input, records: [] });
    expect(html).toContain("<dt>Mean</dt><dd>—");
    expect(html).not.toContain("NaN");
  });
});

describe("templates", () => {
  const sources = [templatesFolder, join(templatesFolder, "partials")].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".hbs"))
      .map((name) => [name, readFileSync(join(folder, name), "utf8")] as const),
  );

  test.each(sources)("%s leaves no value unescaped and reaches for nothing outside the page", (_, source) => {
    expect(source).not.toMatch(/\{\{\{|\{\{~?&/);
    expect(source).not.toMatch(/<script|<link|<img|<iframe|\son[a-z]+=|style="|https?:\/\//i);
  });

  test("a folder without templates is our fault, named", async () => {
    await expect(openReporter(goldenFolder, sampleAssignment)).rejects.toThrow(GraderFault);
    await expect(openReporter(goldenFolder, sampleAssignment)).rejects.toThrow(/report\.css/);
  });
});
