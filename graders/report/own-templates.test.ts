import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { UsageError } from "../contract/faults";
import { sampleAssignment } from "../testing/sample-assignment";
import { sampleRecords } from "../testing/sample-class";
import { classInput, templatesFolder } from "../testing/sample-pages";
import { makeTemporaryFolder, type TemporaryFolder } from "../testing/temporary-folder";
import { english } from "../wording/translator";
import { openReporter, type Reporter } from "./report";

let own: TemporaryFolder;
beforeEach(async () => {
  own = await makeTemporaryFolder();
  await mkdir(join(own.path, "partials"));
});
afterEach(() => own.remove());

const openOwn = (): Promise<Reporter> =>
  openReporter(templatesFolder, sampleAssignment, english, { ownTemplates: own.path });
const write = (name: string, text: string): Promise<void> => writeFile(join(own.path, name), text);

test("a page, a partial, a new partial and a stylesheet take the place of ours, everything else stays", async () => {
  await write("student.txt.hbs", "{{heading}} has {{total.points}}{{> mine}}\n");
  await write("partials/mine.hbs", " of {{total.maxPoints}}");
  await write("partials/bar.hbs", "<b>{{percent}} percent</b>");
  await write("class.css", ".class { color: rebeccapurple; }\n");
  await write(".DS_Store", "");
  const reporter = await openOwn();
  expect(reporter.renderStudentText(sampleRecords.full, "Ada")).toBe("Ada has 5 of 5\n");
  expect(reporter.renderStudentHtml(sampleRecords.full)).toContain("<b>100 percent</b>");
  const { html } = reporter.renderClass(classInput);
  expect(html).toContain("rebeccapurple");
  expect(html).toContain("<h2>Distribution of totals</h2>");
});

test.each([
  ["student.html.hbs", "a\n\n{{#if heading}}", "student.html.hbs:3: Expecting .*got 'EOF'"],
  ["student.html.hbs", "a\n{{shout heading}}", "student.html.hbs:2: unknown helper shout"],
  ["class.html.hbs", "a\n\n{{> nothing}}", 'class.html.hbs:3: there is no partial "nothing"'],
  ["partials/bar.hbs", "\n{{{percent}}}", 'partials/bar.hbs:2: "{{{" would leave a value unescaped'],
  ["student.hbs", "a", "--templates: .*student.hbs has the name of no template; expected student.html.hbs"],
  ["partials/bar.html", "a", "--templates: .*bar.html has the name of no template; expected <name>.hbs"],
  ["similar.html.hbs", "a", "has the name of no template"],
  ["report.css", "</style><script>", "report.css: must not close the element"],
])("%s that says %j is refused before anything is written, in one line", async (name, text, complaint) => {
  await write(name, text);
  const refused = openOwn();
  await expect(refused).rejects.toThrow(UsageError);
  await expect(refused).rejects.toThrow(new RegExp(`^[^\\n]*${complaint.replaceAll("{", "\\{")}[^\\n]*$`));
});

test.each([
  ["student.html.hbs", "a\n\n\n{{nothing}}", 'student.html.hbs:4: the view has no "nothing"'],
  ["student.html.hbs", "\n{{#each total.nothing}}{{/each}}", 'student.html.hbs:2: "#each" got a name'],
  ["partials/bar.hbs", "\n{{heading}}\n{{missing}}", 'partials/bar.hbs:3: the view has no "missing"'],
])("%s that asks for a field that is not there names it and the line", async (name, text, complaint) => {
  await write(name, text);
  const reporter = await openOwn();
  const render = (): string => reporter.renderStudentHtml(sampleRecords.full);
  expect(render).toThrow(UsageError);
  expect(render).toThrow(complaint);
});

test("a script of an instructor's own does not run: the policy names the hash of ours alone", async () => {
  await write("student.html.hbs", "{{> head}}<script>alert(1)</script>");
  expect((await openOwn()).renderStudentHtml(sampleRecords.full)).not.toContain("script-src");
});

test("a folder that is not there is said", async () => {
  const missing = openReporter(templatesFolder, sampleAssignment, english, {
    ownTemplates: join(own.path, "none"),
  });
  await expect(missing).rejects.toThrow(/^--templates: .*none cannot be read/);
});
