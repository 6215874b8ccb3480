/** The pages people read, made from records alone: one per student in HTML, Markdown and plain text, two for the class. */
import { createHash } from "node:crypto";
import type { Assignment } from "../contract/assignment";
import type { MarkedRecord } from "../contract/hand-mark";
import type { Translator } from "../contract/translator";
import { createSentences } from "../wording/sentences";
import { translateAssignment } from "../wording/translate-assignment";
import { english } from "../wording/translator";
import { viewAnonymous } from "./anonymous-view";
import type { ClassInput } from "./class-input";
import { type ClassView, viewClass } from "./class-view";
import { compileTemplate, markSafe, type SafeHtml } from "./handlebars";
import { prepareForHtml, prepareForMarkdown, prepareForText } from "./leaves";
import { loadTemplates, type Templates } from "./load-templates";
import { compileInPieces } from "./pieces";
import { wrapLines } from "./plain-text";
import { type StudentView, viewStudent } from "./student-view";
import { type ClassTable, tabulateAnonymous, tabulateClass } from "./tabulate-class";

/** How pages are written; plain data. */
export interface PageStyle {
  /** Folder of an instructor, whose files take the place of those of the same name in `templates/`. */
  readonly ownTemplates?: string;
  /** With reference values beside the student's own: not for hand-out while anybody may still hand in. */
  readonly isRevealed?: boolean;
}

export interface Reporter {
  /** The language of everything it writes. */
  readonly translator: Translator;
  /** @param name the student's name from the roster; the submission's id stands in for it */
  renderStudentHtml(record: MarkedRecord, name?: string): string;
  renderStudentMarkdown(record: MarkedRecord, name?: string): string;
  /** For mail: no markup, lines that are short enough. */
  renderStudentText(record: MarkedRecord, name?: string): string;
  /** For staff. */
  renderClass(input: ClassInput): ClassPages;
  /** Names nobody. */
  renderAnonymousClass(input: ClassInput): ClassPages;
}

/** A page about a class, with the tables that it links to. */
export interface ClassPages {
  readonly html: string;
  /** The same one after the other, since the page of a large class is long. */
  readonly pieces: Iterable<string>;
  readonly tables: readonly ClassTable[];
}

/**
 * Reads and compiles the templates once.
 *
 * @throws GraderFault when a template is missing or does not compile; UsageError naming file and line of an instructor's
 */
export async function openReporter(
  templatesFolder: string,
  assignmentInEnglish: Assignment,
  translator: Translator = english,
  { ownTemplates, isRevealed = false }: PageStyle = {},
): Promise<Reporter> {
  const assignment = translateAssignment(assignmentInEnglish, translator);
  const templates = await loadTemplates(templatesFolder, ownTemplates);
  const sentences = createSentences(translator);
  const studentHtml = compileTemplate("student.html", templates, "html");
  const studentMarkdown = compileTemplate("student.md", templates, "none");
  const studentText = compileTemplate("student.txt", templates, "none");
  const page = describePage(templates.stylesheet);
  const pageWithFigures = describePage(`${templates.stylesheet}\n${templates.figureStylesheet}`);
  const view = keepLast((record: MarkedRecord, name?: string) =>
    viewStudent(record, { assignment, sentences, isRevealed }, name),
  );
  return {
    translator,
    renderStudentHtml: (record, name) => {
      const shown = view(record, name);
      const frame = shown.figures.length > 0 ? pageWithFigures : page;
      return studentHtml({ ...prepareForHtml(shown), page: frame });
    },
    renderStudentMarkdown: (record, name) =>
      studentMarkdown(prepareForMarkdown(dropFigures(view(record, name)))),
    renderStudentText: (record, name) =>
      wrapLines(studentText(prepareForText(dropFigures(view(record, name))))),
    ...openClassPages(templates, (input) => viewClass(input, assignment, sentences)),
  };
}

/** Text shows none, and each has hundreds of leaves to prepare. */
const dropFigures = (view: StudentView): StudentView => ({ ...view, figures: [] });

/** The forms of a report are written one after the other, from one view. */
function keepLast<Key extends object, View>(
  make: (key: Key, name?: string) => View,
): (key: Key, name?: string) => View {
  let last: { readonly key: Key; readonly name: string | undefined; readonly view: View } | undefined;
  return (key, name) => {
    if (last?.key !== key || last.name !== name) last = { key, name, view: make(key, name) };
    return last.view;
  };
}

function openClassPages(
  templates: Templates,
  view: (input: ClassInput) => ClassView,
): Pick<Reporter, "renderClass" | "renderAnonymousClass"> {
  const classHtml = compileInPieces("class.html", templates);
  const anonymousHtml = compileInPieces("class-anonymous.html", templates);
  const sheets = `${templates.stylesheet}\n${templates.classStylesheet}`;
  const [classFrame, anonymousFrame] = [describePage(sheets, templates.script), describePage(sheets)];
  return {
    renderClass: (input) => {
      const shown = view(input);
      const pieces = classHtml({ ...prepareForHtml(shown), page: classFrame });
      return Object.assign(offer(pieces), { tables: tabulateClass(shown) });
    },
    renderAnonymousClass: (input) => {
      const shown = viewAnonymous(view({ ...input, withEvidence: false }));
      const pieces = anonymousHtml({ ...prepareForHtml(shown), page: anonymousFrame });
      return Object.assign(offer(pieces), { tables: tabulateAnonymous(shown) });
    },
  };
}

function offer(pieces: Iterable<string>): Pick<ClassPages, "html" | "pieces"> {
  return {
    pieces,
    get html() {
      return [...pieces].join("");
    },
  };
}

export interface PageFrame {
  readonly stylesheet: SafeHtml;
  /** Empty where there is none. */
  readonly script: SafeHtml;
  /** Allows this stylesheet, this script and nothing else: no image, no font, no form, whatever slips in. */
  readonly contentPolicy: string;
}

/** What `head.hbs` needs of a page that loads nothing. */
export function describePage(stylesheet: string, script = ""): PageFrame {
  const scripts = script === "" ? "" : ` script-src '${digest(script)}';`;
  return {
    stylesheet: markSafe(stylesheet),
    script: markSafe(script),
    contentPolicy: `default-src 'none'; style-src '${digest(stylesheet)}';${scripts} base-uri 'none'; form-action 'none'`,
  };
}

function digest(text: string): string {
  return `sha256-${createHash("sha256").update(text, "utf8").digest("base64")}`;
}
