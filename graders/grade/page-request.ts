/** How the pages of a class are to be. */
import type { Translator } from "../contract/translator";

export interface PageRequest {
  /** Of what students read; English when left out. */
  readonly translator?: Translator;
  /** Folder of an instructor, whose files take the place of those of the same name in `templates/`. */
  readonly ownTemplates?: string;
  /** With the class page that names nobody; once written, it is kept up to date. */
  readonly isAnonymousAsked?: boolean;
}
