/** The texts that every student has, to tell a student's own words from them. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Question } from "../../contract/question";
import { remember } from "../../contract/remember";
import { type CopyRemover, makeCopyRemover } from "../../judge/own-words";

const root = join(__dirname, "..", "..", "..");
const folders = {
  questions: join(root, "graders", "questions"),
  handout: join(root, "templates", "handout"),
  languages: join(root, "graders", "wording"),
} as const;

/**
 * Takes out what repeats a statement, or longer stretches of the hand-out and of what a report says. Those are read with
 * the first text: where nobody wrote anything, nothing was copied.
 */
export const makeOwnWords = remember((questions: readonly Question[]): CopyRemover => {
  let made: CopyRemover | undefined;
  const get = (): CopyRemover => {
    made ??= makeRemover(questions);
    return made;
  };
  return { removeRuns: (text) => get().removeRuns(text), removeCopied: (text) => get().removeCopied(text) };
});

function makeRemover(questions: readonly Question[]): CopyRemover {
  const handedOut = existsSync(folders.handout) ? readdirSync(folders.handout) : [];
  const others = handedOut.map((name) => readFileSync(join(folders.handout, name), "utf8"));
  return makeCopyRemover(
    { sources: readStatements(questions), run: 5, inAnyOrder: true },
    // Of a sentence that is said of many answers, a few words are anybody's.
    {
      sources: [
        ...others,
        ...questions.flatMap(listSentences),
        ...listTranslated(),
        ...listMismatches(questions),
      ],
      run: 9,
    },
  );
}

/**
 * Whatever a report, a page or the selfcheck says is in the language tables, in English and in the other language. Read
 * as texts, like the statements: which language is spoken is no matter of grading.
 */
function listTranslated(): readonly string[] {
  return readdirSync(folders.languages)
    .filter((name) => name.endsWith(".json"))
    .flatMap((name) => {
      const table = JSON.parse(readFileSync(join(folders.languages, name), "utf8")) as Record<
        string,
        unknown
      >;
      return Object.entries(table).flatMap(([english, other]) => [english, String(other)]);
    });
}

function readStatements(questions: readonly Question[]): readonly string[] {
  return readOfEach(questions, "statement.md");
}

/** What the public checks say of an answer that fails them is told by functions: it is read from where it is written. */
function listMismatches(questions: readonly Question[]): readonly string[] {
  const shared = ["kit", ...questions.map(({ id }) => id)]
    .map((name) => join(folders.questions, name, "public"))
    .filter((path) => existsSync(path))
    .flatMap((path) => readdirSync(path).map((name) => readFileSync(join(path, name), "utf8")));
  const sources = [...readOfEach(questions, "public-checks.ts"), ...shared];
  return sources
    .flatMap((source) => source.match(/"[^"\n]*"|`[^`]*`/g) ?? [])
    .map((literal) => literal.slice(1, -1).replaceAll(/\$\{[^}]*\}/g, "\n"));
}

/** Questions without such a file are left out. */
function readOfEach(questions: readonly Question[], name: string): readonly string[] {
  return questions
    .map(({ id }) => join(folders.questions, id, name))
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path, "utf8"));
}

/** As a report says them: what belongs together, together. */
function listSentences({ feedback, publicChecks }: Question): readonly string[] {
  const readings = Object.values(feedback.readings).map(({ says, hint = "" }) => `${says} ${hint}`);
  const { title, asked = "", expected, unexplained } = feedback;
  return [...readings, title, asked, unexplained, expected, ...publicChecks.map(({ says }) => says)];
}
