/**
 * Gradescope, "Export submissions": a folder `submission_12345` for each beside `submission_metadata.yml`. Who handed them
 * in stands in that file alone.
 */
import type { Account } from "../../contract/submission";
import type { PlatformGroup, Recognise } from "./platform";

export const isMetadataName = (name: string): boolean => /^submission_metadata\.ya?ml$/.test(name);

const pattern = /^submission_\d+$/;

export const recogniseGradescope: Recognise = (items) => {
  const folders = items.filter(({ name, isFolder }) => isFolder && pattern.test(name));
  const isExport = items.some(({ name }) => isMetadataName(name));
  if (folders.length === 0 || !isExport) return null;
  return folders.map(({ name }) => ({ id: name, folder: name, files: [], leftAside: [] }));
};

/** @param submitters by the name of the folder */
export function addSubmitters(
  groups: readonly PlatformGroup[],
  submitters: ReadonlyMap<string, readonly Account[]>,
): readonly PlatformGroup[] {
  return groups.map((group) => {
    const accounts = submitters.get(group.id);
    return accounts === undefined ? group : { ...group, accounts };
  });
}
