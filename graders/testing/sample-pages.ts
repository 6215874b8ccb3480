/** For tests of pages: the sample class with a roster, and what writes its pages. */
import { join } from "node:path";
import { matchRoster } from "../intake/roster/roster";
import { nameFolder } from "../records/folder-name";
import type { ClassInput } from "../report/class-input";
import { openReporter, type Reporter } from "../report/report";
import { projectRoot } from "./project-root";
import { sampleAssignment } from "./sample-assignment";
import { hostileId, hostileName, sampleBatch, sampleRecords } from "./sample-class";

export const templatesFolder = join(projectRoot, "templates");

export const records = Object.values(sampleRecords);
export const students = [
  { id: "ada", name: "Ada Lovelace", subject: "a".repeat(64) },
  { id: hostileId, name: hostileName, subject: "b".repeat(64) },
  { id: "zoe", name: "Zoë <i>Absent</i>", subject: "c".repeat(64) },
];
const roster = matchRoster(
  students,
  records.map((one) => one.submission.id),
);
export const classInput: ClassInput = {
  ...sampleBatch,
  records,
  getFolder: nameFolder,
  roster,
  withEvidence: true,
};

export const openSampleReporter = (): Promise<Reporter> => openReporter(templatesFolder, sampleAssignment);
