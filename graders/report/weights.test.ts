import { join } from "node:path";
import type { QuestionWeight } from "../contract/question-weight";
import { weighRecord } from "../records/weights/weigh";
import { projectRoot } from "../testing/project-root";
import { sampleAssignment } from "../testing/sample-assignment";
import { sampleBatch, sampleRecords } from "../testing/sample-class";
import { formatGradebook } from "./exports/gradebook";
import { buildScores } from "./exports/scores";
import { formatScoresCsv } from "./exports/scores-csv";
import { openReporter } from "./report";

const weights: readonly QuestionWeight[] = [
  { question: "softmax", factor: "0", why: "Two things <b>at once</b>" },
  { question: "padding", factor: "0.5", why: "Shorter than planned" },
];
const record = weighRecord(sampleRecords.full, weights, sampleAssignment);
const getFolder = (id: string): string => id;

test("the student's page says what does not count and why, and shows the new maximum", async () => {
  const reporter = await openReporter(join(projectRoot, "templates"), sampleAssignment);
  const html = reporter.renderStudentHtml(record);
  expect(html).toContain("Two things &lt;b&gt;at once&lt;/b&gt;");
  expect(html).toContain("This question counts 0.5 times what it was worth");
  expect(html).toContain("<strong>2.5</strong> of 2.5 points");
  expect(html).toContain(">0 / 0<");
  expect(reporter.renderStudentMarkdown(record)).toContain("**does not count** · 0 / 0");
});

test("the class page names every such question, and its columns and mean follow", async () => {
  const reporter = await openReporter(join(projectRoot, "templates"), sampleAssignment);
  const html = reporter.renderClass({ ...sampleBatch, records: [record], getFolder, weights }).html;
  expect(html).toContain("Questions that count otherwise");
  expect(html).toContain("Shorter than planned");
  expect(html).toContain("2.50 <small>/ 2.5</small>");
});

test("scores and tables hold the reason", () => {
  const scores = buildScores({ ...sampleBatch, records: [record], getFolder, weights });
  expect(scores.assignment).toMatchObject({ maxPoints: "2.5", weights });
  const softmax = scores.submissions[0]?.questions.find(({ id }) => id === "softmax");
  expect(softmax).toMatchObject({ points: "0", message: expect.stringContaining("does not count") });
  for (const table of [formatScoresCsv(scores), formatGradebook(scores)]) {
    expect(table).toContain("padding (counts 0.5 times: Shorter than planned)");
    expect(table).toContain("softmax (does not count: Two things <b>at once</b>)");
  }
});
