/**
 * Moodle, "Download all submissions": a folder `Name_12345_assignsubmission_file` for each student, or, without
 * folders, files `Name_12345_assignsubmission_file_work.ts`. "Participant" stands for the name when marking is blind.
 */
import { groupBy } from "../../contract/group-by";
import type { Recognise } from "./platform";

const pattern = /^([^_]+)_(\d+)_assignsubmission_([a-z]+)(?:_(.*))?$/;

export const recogniseMoodle: Recognise = (items) => {
  const parts = items.flatMap(({ name, isFolder }) => {
    const [, person = "", key = "", plugin = "", rest = ""] = pattern.exec(name) ?? [];
    return key === "" || (!isFolder && rest === "") ? [] : [{ name, isFolder, person, key, plugin, rest }];
  });
  if (parts.length === 0) return null;
  return [...groupBy(parts, ({ person, key }) => `${person}_${key}`)].map(([id, group]) => {
    const handedIn = group.filter(({ plugin }) => plugin === "file");
    const folder = handedIn.find(({ isFolder }) => isFolder)?.name;
    const { person = "", key = "" } = group[0] ?? {};
    return {
      id,
      accounts: [{ key, name: person === "Participant" ? null : person }],
      ...(folder === undefined ? {} : { folder }),
      files: handedIn.filter((one) => !one.isFolder).map(({ rest, name }) => ({ at: rest, from: name })),
      typed: group
        .filter(({ plugin }) => plugin === "onlinetext")
        .map(({ name, isFolder: isOne }) => ({ name, as: "page", ...(isOne ? { isFolder: true } : {}) })),
      leftAside: group
        .filter(({ plugin }) => plugin !== "file" && plugin !== "onlinetext")
        .map(({ name }) => ({ name, why: "online-text" as const })),
    };
  });
};
