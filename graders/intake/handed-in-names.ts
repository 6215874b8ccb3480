/** What a file is, by its name alone. */
import { normalise } from "../contract/normalise";
import type { TreeItem } from "./file-tree";

export const entryName = "submission.ts";
export const answersName = "answers.md";

/** What systems and programs leave behind; nobody handed it in. */
const junk: readonly RegExp[] = [
  /^\.(?!\.?\/)/,
  /^(?:node_modules|__pycache__)$/i,
  /^(?:__MACOSX|Icon\r|Network Trash Folder|Temporary Items)$/i,
  /^(?:Thumbs\.db|ehthumbs\.db|desktop\.ini|\$RECYCLE\.BIN|RECYCLER|System Volume Information|found\.\d{3})$/i,
  /^~\$/,
  // Of Linux, Synology and QNAP.
  /^(?:lost\+found|@eaDir|@tmp|#recycle|#snapshot|@Recycle)$/i,
];
const sourceEnd = /\.(?:[cm]?[jt]s|[jt]sx)(?:\.txt)?$/i;
const declarationEnd = /\.d\.[cm]?ts$/i;
/** "Submission.ts", "submission (1).ts", "submission.ts.txt", "submission.js", but neither of a program's settings. */
const nearEntry = /^submission\b.*$/i;
const configuration = /\.(?:config|test|spec)\.[^.]+$/i;
/** As students call it in their languages, with the number that a browser puts behind a second download; accents left out. */
const answersStem =
  /^(?:answers?|explanations?|submission|antwort(?:en)?|erklarung(?:en)?|reponses?|explications?|respuestas?|explicacion(?:es)?|risposte|respostas?|odpowiedzi|antwoorden)(?: ?\(\d{1,3}\))?$/i;
const textEnd = /\.(?:md|markdown|txt|md\.txt|tex|rst|adoc|org|ya?ml|json)$/i;
/** Of what is called as the submission is: data and settings are, too. */
const proseEnd = /\.(?:md|markdown|txt)$/i;
const documentEnd = /\.(?:docx?|odt|rtf|pdf|html?|tex|pages|rst|adoc|org|md|markdown|txt)$/i;
/** What is handed out beside the starter, and what programs want. */
const handedOut = /^(?:assignment|typescript|profiling|licen[cs]es?|changelog|requirements)\.\w+$/i;

function isJunkName(name: string): boolean {
  return junk.some((one) => one.test(name));
}

export function isSourceName(name: string): boolean {
  return sourceEnd.test(name) && !declarationEnd.test(name);
}

export function isConfigurationName(name: string): boolean {
  return configuration.test(name);
}

export function isNearEntryName(name: string): boolean {
  return nearEntry.test(name) && isSourceName(name) && !isConfigurationName(name);
}

/** Browsers and platforms add what they take the content for. */
export function isNotebookName(name: string): boolean {
  return /\.ipynb(?:\.(?:txt|json))?$/i.test(name);
}

/** It may hold what can be imported, or import it. */
export function isCodeName(name: string): boolean {
  return isSourceName(name) || isNotebookName(name);
}

export function isZipName(name: string): boolean {
  return /\.zip$/i.test(name);
}

export function isForeignArchiveName(name: string): boolean {
  return /\.(?:rar|7z|tar|tgz|tar\.\w+|gz|bz2|xz)$/i.test(name);
}

/** Code of another language, or a text that no program claims. */
export function isTextName(name: string): boolean {
  return /\.(?:py|r|jl|org|ya?ml|text)$|^[^.]+$/i.test(name) && !/^profile_model\.py$/i.test(name);
}

/** Of the programs that are handed out beside the starter. */
export function isPackagePath(path: string): boolean {
  return /(?:^|\/)(?:selfcheck\/[^/]+|types\.ts)$/.test(path);
}

/** Of folders that hold the work of one person, not of one each. */
export function isWrapperName(name: string): boolean {
  return /^(?:src|source|code|lib|work|submission)$/i.test(name);
}

export function isAnswersName(name: string): boolean {
  const stem = name.replace(textEnd, "");
  return isAnswersStem(stem) && (proseEnd.test(name) || !isAsSubmission(name));
}

/** "answers_final.md", "Kopie von answers.md", "kimAnswers.txt". */
export function isNearAnswersName(name: string): boolean {
  const stem = name.replace(textEnd, "");
  return stem !== name && !isAnswersStem(stem) && holdsAnswersWord(stem);
}

/** "explanations.ts" */
export function isAnswersSourceName(name: string): boolean {
  const stem = name.replace(sourceEnd, "");
  return stem !== name && !isAsSubmission(name) && (isAnswersStem(stem) || holdsAnswersWord(stem));
}

/** "answers.docx": explanations that are no text. */
export function isAnswersDocumentName(name: string): boolean {
  const stem = name.replace(documentEnd, "");
  return isClosedDocumentName(name) && (isAnswersStem(stem) || holdsAnswersWord(stem));
}

/** "report.pdf": whoever wrote explanations nowhere else may have written them there. */
export function isClosedDocumentName(name: string): boolean {
  return isDocumentName(name) && !textEnd.test(name);
}

/** A text that explains, whatever it is called; of what is handed out, nothing. */
export function isProseName(name: string): boolean {
  return (
    /\.(?:md|markdown|txt|tex|rst|adoc|org)$/i.test(name) && !handedOut.test(name) && !isSourceName(name)
  );
}

/** What somebody may have written an explanation in; of what is handed out, nothing. */
export function isDocumentName(name: string): boolean {
  return documentEnd.test(name) && !handedOut.test(name);
}

const foldAccents = (stem: string): string => normalise(stem, "NFD").replace(/\p{M}/gu, "");
const isAnswersStem = (stem: string): boolean => answersStem.test(foldAccents(stem));
const isAsSubmission = (name: string): boolean => /^submission/i.test(name);

/** One of its words; "submission" may be part of any name. */
function holdsAnswersWord(stem: string): boolean {
  const words = foldAccents(stem).match(/\p{Lu}?\p{Ll}+|\p{Lu}+/gu) ?? [];
  return words.some((word) => isAnswersStem(word) && !isAsSubmission(word));
}

/** The name that the compiler wants: "lib.js", "Lib.TSX" and "lib.ts.txt" end in ".ts" as well. Names in one Unicode form. */
export function toCompiledName(path: string): string {
  return normalise(path, "NFC").replace(sourceEnd, ".ts");
}

export function dropJunk(items: readonly TreeItem[]): readonly TreeItem[] {
  return items.filter(({ name }) => !isJunkName(name));
}

/** What may be somebody's submission in a class: a folder, work in a file, or something that cannot be opened. */
export function isClassEntry(item: TreeItem): boolean {
  if (item.kind !== "file") return true;
  if (isConfigurationName(item.name)) return false;
  const kinds = [isSourceName, isNotebookName, isZipName, isForeignArchiveName];
  return kinds.some((isOfKind) => isOfKind(item.name));
}
