/** The students' setting in the repository, where the questions themselves say what is public of them. */
import { assignment } from "../../graders/efficient-deep-learning";
import { readLanguages } from "../../graders/languages/languages";
import { takePublicHalf } from "../../graders/public/public-half";
import { readPublicSources } from "../../graders/public/read-sources";
import { projectRoot } from "../project";
import type { StudentSetting } from "./setting";

export async function readStudentSetting(): Promise<StudentSetting> {
  const sources = await readPublicSources(projectRoot, assignment);
  return {
    assignment: takePublicHalf(assignment, sources),
    languages: readLanguages(),
    language: "en",
    path: undefined,
  };
}
