import type { RecordedQuestion } from "../contract/record";
import { matchRoster } from "../intake/roster/roster";
import { nameFolder } from "../records/folder-name";
import { listMarkup } from "../testing/list-markup";
import { sampleAssignment } from "../testing/sample-assignment";
import { makeJudged, sampleRecords, secrets } from "../testing/sample-class";
import { classInput, openSampleReporter, records, students } from "../testing/sample-pages";
import { explainedBy, makeConvVerdict, makeVerdict } from "../testing/sample-verdicts";
import { dropUnshownCases } from "./evidence-view";
import type { Reporter } from "./report";

function withoutShown(question: RecordedQuestion): RecordedQuestion {
  if (!("shown" in question)) return question;
  const { shown: _, ...others } = question;
  return others;
}

let reporter: Reporter;
beforeAll(async () => {
  reporter = await openSampleReporter();
});

test("no page shows a case that is dropped from memory, and most cases are", () => {
  const thin = records.map((one) => dropUnshownCases(one, sampleAssignment.questions));
  expect(reporter.renderClass({ ...classInput, records: thin }).html).toBe(
    reporter.renderClass(classInput).html,
  );
  expect(thin.map((one) => reporter.renderStudentHtml(one))).toEqual(
    records.map((one) => reporter.renderStudentHtml(one)),
  );
  const count = (text: string): number => text.split('"explainedBy"').length;
  expect(count(JSON.stringify(thin))).toBeLessThan(count(JSON.stringify(records)));
});

describe("student page", () => {
  const pages = (): string[] =>
    records.flatMap((record) => [
      reporter.renderStudentHtml(record),
      reporter.renderStudentMarkdown(record),
      reporter.renderStudentText(record),
    ]);

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
    expect(page).toContain("**Total: held back** · not graded (our fault)");
    expect(page).toContain("That is our fault");
    for (const text of [page, reporter.renderStudentHtml(sampleRecords.heldBack)])
      expect(text).not.toContain("a fault in words for staff");
  });

  test("shows what the compiler said of the student's own code", () => {
    expect(reporter.renderStudentHtml(sampleRecords.broken)).toContain(
      "submission.ts, line 3: &#x27;;&#x27; expected",
    );
  });

  test("shows bonus points apart from the total", () => {
    expect(reporter.renderStudentMarkdown(sampleRecords.full)).toContain("**5 of 5 points, bonus 2 of 2**");
  });

  test("of an older record is the same without figures", () => {
    const older = {
      ...sampleRecords.full,
      schemaVersion: "3.1" as const,
      questions: sampleRecords.full.questions.map(withoutShown),
    };
    const html = reporter.renderStudentHtml(older);
    expect(html).not.toMatch(/<figure|class="plot"|id="figures"/);
    expect(html).toContain("Softmax");
    expect(reporter.renderStudentHtml(sampleRecords.full)).toContain('class="plot"');
  });

  test("still shows a question that has left the catalogue", () => {
    const record = makeJudged("ada", [makeVerdict("gone", ["0", "1"], explainedBy("twice"))]);
    expect(reporter.renderStudentHtml(record)).toMatch(/<h3 [^>]*id="gone-title">.*gone/);
  });
});

describe("class page", () => {
  test("leaves evidence out unless it is asked for", () => {
    const { withEvidence: _, ...plain } = classInput;
    const html = reporter.renderClass(plain).html;
    for (const secret of ["expected-1717", "printed-hidden-input", "edge-hidden-7"]) {
      expect(html).not.toContain(secret);
      expect(reporter.renderClass(classInput).html).toContain(secret);
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
    expect(reporter.renderClass({ ...classInput, records: [record] }).html).toContain(suspicion);
    expect(reporter.renderStudentHtml(record)).not.toContain(suspicion);
  });

  test("gives no points to what could not be run, not even none", () => {
    const html = reporter.renderClass({ ...classInput, records: [sampleRecords.broken] }).html;
    const [row = ""] = /<tr><th scope="row">.*?<\/tr>/s.exec(html) ?? [];
    expect(row).toContain("—");
    expect(row).not.toMatch(/\d\.\d/);
  });

  test("names the fault of what was not graded, once per submission", () => {
    const html = reporter.renderClass(classInput).html;
    const [, listed = ""] = /<section[^>]*id="not-graded">([\s\S]*?)<\/section>/.exec(html) ?? [];
    expect(listed.match(/<li>(softmax: )?a fault in words for staff<\/li>/g)).toHaveLength(2);
  });

  test("leads to every submission's report, under the student's name where the roster has one", () => {
    const { links } = listMarkup(reporter.renderClass(classInput).html);
    for (const { submission } of records) {
      expect(links).toContain(`students/${encodeURIComponent(nameFolder(submission.id))}/report.html`);
    }
    expect(reporter.renderClass(classInput).html).toContain("Ada Lovelace (ada)");
  });

  test("says who made a misconception, and counts each submission once", () => {
    const twice = [explainedBy("twice"), explainedBy("twice")] as const;
    const input = { ...classInput, records: [makeJudged("ada", [makeConvVerdict(...twice, "0.25")])] };
    expect(reporter.renderClass(input).html).toMatch(
      /1×<\/strong>[\s\S]*You counted every multiply-add twice[\s\S]*Made by: <a/,
    );
  });

  test("says whose a name may be that nobody on the roster has", () => {
    const [student] = students;
    const suggestions = student === undefined ? [] : [{ name: "Ada_<1>.rar", students: [student] }];
    const roster = { ...matchRoster(students, []), suggestions };
    const html = reporter.renderClass({ ...classInput, roster }).html;
    expect(html).toContain("<li><bdi>Ada_&lt;1&gt;.rar</bdi>: <bdi>Ada Lovelace (ada)</bdi></li>");
    expect(html).toContain("Nothing was guessed: correct the roster or the name, and run again.");
  });

  test("shows an empty class without a mean", () => {
    const { roster: _, ...input } = classInput;
    const html = reporter.renderClass({ ...input, records: [] }).html;
    expect(html).toContain("<dt>Mean</dt><dd>—");
    expect(html.replace(/<script>[^<]*<\/script>/, "")).not.toContain("NaN");
  });
});
