import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { GraderFault } from "../contract/faults";
import { sampleAssignment } from "../testing/sample-assignment";
import { hostileName, sampleRecords } from "../testing/sample-class";
import { classInput, openSampleReporter, templatesFolder } from "../testing/sample-pages";
import { chooseLanguage, readLanguages } from "../wording/languages";
import { openReporter, type Reporter } from "./report";

const goldenFolder = join(__dirname, "golden");
const renewal = "RENEW_GOLDEN=1 npx jest graders/report/report";

let reporter: Reporter;
beforeAll(async () => {
  reporter = await openSampleReporter();
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
    expectGolden(`student-${kind}.txt`, reporter.renderStudentText(sampleRecords[kind], name));
  });

  test.each(Object.keys(readLanguages()))("student mixed, in %s", async (tag) => {
    const language = chooseLanguage(tag, readLanguages());
    const own = await openReporter(templatesFolder, sampleAssignment, language);
    expectGolden(`student-mixed.${tag}.html`, own.renderStudentHtml(sampleRecords.mixed, hostileName));
  });

  test("class", () => {
    expectGolden("class.html", reporter.renderClass(classInput).html);
    expectGolden("class-anonymous.html", reporter.renderAnonymousClass(classInput).html);
  });
});

describe("templates", () => {
  const sources = [templatesFolder, join(templatesFolder, "partials")].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".hbs"))
      .map((name) => [name, readFileSync(join(folder, name), "utf8")] as const),
  );

  test.each(sources)("%s leaves no value unescaped and reaches for nothing outside the page", (_, text) => {
    const source = text.replace("<script>{{page.script}}</script>", "");
    expect(source).not.toMatch(/\{\{\{|\{\{~?&/);
    expect(source).not.toMatch(/<script|<link|<img|<iframe|\son[a-z]+=|style="|https?:\/\//i);
  });

  test("a folder without templates is our fault, named", async () => {
    await expect(openReporter(goldenFolder, sampleAssignment)).rejects.toThrow(GraderFault);
    await expect(openReporter(goldenFolder, sampleAssignment)).rejects.toThrow(
      /no such file or directory, .*golden/,
    );
  });
});
