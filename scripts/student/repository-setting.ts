/** The students' setting in the repository, where the questions themselves say what is public of them. */
import { assignment } from "../../graders/questions/efficient-deep-learning";
import { readFigureStyle } from "../../graders/student/handout/templates";
import { takePublicHalf } from "../../graders/student/public/public-half";
import { readPublicSources } from "../../graders/student/public/read-sources";
import { bringKept } from "../../graders/validators/kept-validators";
import { readLanguages } from "../../graders/wording/languages";
import { projectRoot } from "../project";
import type { StudentSetting } from "./setting";

export async function readStudentSetting(): Promise<StudentSetting> {
  bringKept();
  const sources = await readPublicSources(projectRoot, assignment);
  return {
    assignment: takePublicHalf(assignment, sources),
    languages: readLanguages(),
    language: "en",
    path: undefined,
    figureStyle: await readFigureStyle(projectRoot),
  };
}
