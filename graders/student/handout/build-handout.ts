/**
 * Builds the student package from the public half of an assignment: what is to be read, what is to be filled in,
 * what is to be computed with, and the programs that check it.
 */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Assignment } from "../../contract/assignment";
import { compareText } from "../../contract/compare-text";
import type { Translator } from "../../contract/translator";
import { type CarriedValidator, writeCarried } from "../../validators/carried-validators";
import { chooseLanguage, type Languages } from "../../wording/languages";
import { translateMarkdown } from "../../wording/markdown-blocks";
import { pickSentences } from "../../wording/table";
import type { PublicAssignment } from "../public/public-assignment";
import { type PublicSources, takePublicHalf } from "../public/public-half";
import { readPublicSources } from "../public/read-sources";
import { readInterfaces } from "../public/signatures";
import { writeAssignment } from "./assignment-text";
import { bundlePrograms } from "./bundle";
import { listDataFiles } from "./data-files";
import type { HandoutFile } from "./handout-file";
import { writeHandoutNotebook } from "./handout-notebook";
import { collectLicences } from "./licences";
import type { Lockfile } from "./lockfile";
import { listPackageFiles } from "./package-files";
import { writePage } from "./printable";
import { listPrograms } from "./programs";
import { listProgramSentences } from "./public-sentences";
import { writeStartProgram } from "./start-program";
import { writeAnswersSkeleton, writeStarter } from "./starter";
import { translateTypes } from "./student-types";
import { type HandoutTemplates, readFigureStyle, readHandoutTemplates } from "./templates";

export interface HandoutRequest {
  /** The repository that it is built from. */
  readonly root: string;
  readonly assignment: Assignment;
  readonly languages: Languages;
  /** Of everything in it, and what the selfcheck speaks. */
  readonly language: string;
}

/**
 * All files, in the order of their paths; the same for the same repository.
 *
 * @throws GraderFault when a statement, a formula or a program is not fit to hand out; UsageError for an unknown language
 */
export async function buildHandout(request: HandoutRequest): Promise<readonly HandoutFile[]> {
  const { root, assignment, languages, language } = request;
  const translator = chooseLanguage(language, languages);
  const sources = await readPublicSources(root, assignment);
  const templates = await readHandoutTemplates(root);
  const publicHalf = takePublicHalf(assignment, sources);
  const texts = { ...templates, ...sources };
  const files = [
    ...writeTexts(publicHalf, texts, translator),
    ...listDataFiles(),
    ...(await buildPrograms(request, publicHalf)),
    { path: "selfcheck/start.js", text: writeStartProgram(templates.start, translator) },
    ...listPackageFiles(assignment.id, await readLockfile(root)),
  ];
  return files.sort((a, b) => compareText(a.path, b.path));
}

function writeTexts(
  publicHalf: PublicAssignment,
  texts: HandoutTemplates & PublicSources,
  translator: Translator,
): readonly HandoutFile[] {
  const { readme, primer, profiling, profiler, workflow, action, stylesheet, types } = texts;
  const markdown = writeAssignment(publicHalf, texts, translator);
  const title = translator.translate(publicHalf.title);
  const studentTypes = translateTypes(types, translator);
  const typeNames = [...readInterfaces(types).keys()];
  return [
    { path: "README.md", text: translateMarkdown(readme, translator) },
    { path: "TYPESCRIPT.md", text: translateMarkdown(primer, translator) },
    { path: "PROFILING.md", text: translateMarkdown(profiling, translator) },
    { path: "profile_model.py", text: profiler },
    { path: ".github/workflows/selfcheck.yml", text: workflow },
    { path: ".github/actions/selfcheck/action.yml", text: action },
    { path: "ASSIGNMENT.md", text: markdown },
    {
      path: "assignment.html",
      text: writePage(markdown, { language: translator.language, title, stylesheet }),
    },
    { path: "submission.ts", text: writeStarter(publicHalf, typeNames, translator) },
    { path: "answers.md", text: writeAnswersSkeleton(publicHalf, translator) },
    { path: "types.ts", text: studentTypes },
    { path: "assignment.ipynb", text: writeHandoutNotebook(publicHalf, texts, studentTypes, translator) },
  ];
}

async function buildPrograms(
  { root, languages, language }: HandoutRequest,
  publicHalf: PublicAssignment,
): Promise<readonly HandoutFile[]> {
  const shipped = pickSentences(languages, listProgramSentences(publicHalf));
  const figureStyle = await readFigureStyle(root);
  const validators = await writeValidators(root, publicHalf);
  const programs = listPrograms(publicHalf, { languages: shipped, language, figureStyle, validators });
  const { files, modules } = await bundlePrograms(root, programs);
  const packages = modules.filter((path) => path.includes("node_modules/"));
  return [...files, { path: "selfcheck/LICENCES.txt", text: await collectLicences(root, packages) }];
}

/** Of the schemas in the public folders of questions. */
async function writeValidators(
  root: string,
  { questions }: PublicAssignment,
): Promise<readonly CarriedValidator[]> {
  const folders = questions.map(({ id }) => join(root, "graders", "questions", id, "public"));
  const paths = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(folder).catch(() => []))
        .filter((name) => name.endsWith(".schema.json"))
        .map((name) => join(folder, name)),
    ),
  );
  const texts = await Promise.all(paths.flat().map((path) => readFile(path, "utf8")));
  return texts.map((text) => writeCarried(JSON.parse(text)));
}

async function readLockfile(root: string): Promise<Lockfile> {
  return JSON.parse(await readFile(join(root, "package-lock.json"), "utf8")) as Lockfile;
}
