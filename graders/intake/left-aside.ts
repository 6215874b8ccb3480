/** What was handed in besides the submission's own files, and why it was not read: for staff. */
import type { Message } from "../contract/message";
import type { LeftAside } from "../contract/submission";
import { escapeName, isOddName } from "./file-name";
import { nameOf } from "./file-tree";
import {
  isAnswersName,
  isConfigurationName,
  isDocumentName,
  isForeignArchiveName,
  isNotebookName,
  isPackagePath,
  isSourceName,
  isZipName,
} from "./handed-in-names";
import { aside } from "./remarks";
import type { Survey, SurveyedFile } from "./survey";

/** Only what may have been meant as work, or to explain it; what is handed out, or a picture, is nothing to speak of. */
export function listLeftAside(survey: Survey, taken: readonly string[]): readonly LeftAside[] {
  const isTaken = new Set(taken);
  const files = survey.files.flatMap((file) => {
    const because = isTaken.has(file.path) ? null : explain(file);
    return because === null ? [] : [{ name: escapeName(file.path), because }];
  });
  return [...files, ...survey.leftAside.map(({ name, because }) => ({ name: escapeName(name), because }))];
}

function explain({ path, item }: SurveyedFile): Message | null {
  if (item.kind === "unusable") return aside.unusable(path, item.because);
  if (item.kind === "file" && (item.isAlias === true || isPackagePath(path))) return null;
  const name = nameOf(path);
  if (isZipName(name) || isForeignArchiveName(name)) return aside.otherArchive(path);
  if (isNotebookName(name)) return aside.otherNotebook(path);
  if (isDocumentName(name) || isAnswersName(name)) return aside.otherDocument(path);
  if (!isSourceName(name) || isConfigurationName(name)) return null;
  return isOddName(path) ? aside.oddName(path) : aside.notImported(path);
}
