/** What a look at somebody's work reads: what intake takes for source, notebook, explanations or data. */
import { basename } from "node:path";
import {
  isAnswersName,
  isNearAnswersName,
  isNotebookName,
  isSourceName,
  isZipName,
} from "../../intake/handed-in-names";
import { isJson } from "../../intake/reach";

export function isLookedAt(path: string): boolean {
  const name = basename(path);
  const kinds = [isSourceName, isNotebookName, isZipName, isAnswersName, isNearAnswersName, isJson];
  return kinds.some((isOfKind) => isOfKind(name));
}
