/**
 * Gradescope, "Export submissions": a folder `submission_12345` for each beside `submission_metadata.yml`. Who handed them
 * in stands in that file alone, which is not read: the folder's name is all that is known.
 */
import type { Recognise } from "./platform";

const pattern = /^submission_\d+$/;

export const recogniseGradescope: Recognise = (items) => {
  const folders = items.filter(({ name, isFolder }) => isFolder && pattern.test(name));
  const isExport = items.some(({ name }) => /^submission_metadata\.ya?ml$/.test(name));
  if (folders.length === 0 || !isExport) return null;
  return folders.map(({ name }) => ({ id: name, folder: name, files: [], leftAside: [] }));
};
