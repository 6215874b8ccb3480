/** What the students' commands need to know, the same in the repository and in the package that students get. */

import type { Compiler } from "../../graders/contract/compiled";
import type { PublicAssignment } from "../../graders/student/public/public-assignment";
import type { Languages } from "../../graders/wording/languages";

export interface StudentSetting {
  readonly assignment: PublicAssignment;
  readonly languages: Languages;
  /** Spoken unless `--language` says otherwise. */
  readonly language: string;
  /** The submission when no path is given; undefined when one must be. */
  readonly path: string | undefined;
  /** One that was started before the command was loaded, and is closed by whoever did. */
  readonly compiler?: Compiler;
  /** CSS of figures; left out where nothing is drawn. */
  readonly figureStyle?: string;
}
