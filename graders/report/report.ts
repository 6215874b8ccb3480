/** The pages people read, made from records alone: one per student in HTML and Markdown, one for the class. */
import { createHash } from "node:crypto";
import type { Assignment } from "../contract/assignment";
import type { MarkedRecord } from "../contract/hand-mark";
import type { Translator } from "../contract/translator";
import { createSentences } from "../wording/sentences";
import { translateAssignment } from "../wording/translate-assignment";
import { english } from "../wording/translator";
import type { ClassInput } from "./class-input";
import { viewClass } from "./class-view";
import { compileTemplate, markSafe, type SafeHtml } from "./handlebars";
import { prepareForHtml, prepareForMarkdown } from "./leaves";
import { loadTemplates } from "./load-templates";
import { viewStudent } from "./student-view";

export interface Reporter {
  /** The language of everything it writes. */
  readonly translator: Translator;
  /** @param name the student's name from the roster; the submission's id stands in for it */
  renderStudentHtml(record: MarkedRecord, name?: string): string;
  renderStudentMarkdown(record: MarkedRecord, name?: string): string;
  renderClassHtml(input: ClassInput): string;
}

/**
 * Reads and compiles the templates once.
 *
 * @throws GraderFault when a template is missing or does not compile
 */
export async function openReporter(
  templatesFolder: string,
  assignmentInEnglish: Assignment,
  translator: Translator = english,
): Promise<Reporter> {
  const assignment = translateAssignment(assignmentInEnglish, translator);
  const { stylesheet, figureStylesheet, ...sources } = await loadTemplates(templatesFolder);
  const sentences = createSentences(translator);
  const studentHtml = compileTemplate("student.html", sources, "html");
  const studentMarkdown = compileTemplate("student.md", sources, "none");
  const classHtml = compileTemplate("class.html", sources, "html");
  const page = describePage(stylesheet);
  const pageWithFigures = describePage(`${stylesheet}${figureStylesheet}`);
  return {
    translator,
    renderStudentHtml: (record, name) => {
      const view = viewStudent(record, assignment, sentences, name);
      return studentHtml({
        ...prepareForHtml(view),
        page: view.figures.length > 0 ? pageWithFigures : page,
      });
    },
    renderStudentMarkdown: (record, name) =>
      studentMarkdown(prepareForMarkdown(viewStudent(record, assignment, sentences, name))),
    renderClassHtml: (input) =>
      classHtml({ ...prepareForHtml(viewClass(input, assignment, sentences)), page }),
  };
}

export interface PageFrame {
  readonly stylesheet: SafeHtml;
  /** Allows this one stylesheet and nothing else: no script, no image, no font, no form, whatever slips in. */
  readonly contentPolicy: string;
}

/** What `head.hbs` needs of a page that loads nothing. */
export function describePage(stylesheet: string): PageFrame {
  const digest = createHash("sha256").update(stylesheet, "utf8").digest("base64");
  return {
    stylesheet: markSafe(stylesheet),
    contentPolicy: `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`,
  };
}
