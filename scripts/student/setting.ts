/** What the students' commands need to know, the same in the repository and in the package that students get. */

import type { PublicAssignment } from "../../graders/student/public/public-assignment";
import type { Languages } from "../../graders/wording/languages";

export interface StudentSetting {
  readonly assignment: PublicAssignment;
  readonly languages: Languages;
  /** Spoken unless `--language` says otherwise. */
  readonly language: string;
  /** The submission when no path is given; undefined when one must be. */
  readonly path: string | undefined;
  /** CSS of figures; left out where nothing is drawn. */
  readonly figureStyle?: string;
}
