/** How the pages of a class are to be. */
import type { Translator } from "../contract/translator";
import type { PageStyle } from "../report/report";

export interface PageRequest extends PageStyle {
  /** Of what students read; English when left out. */
  readonly translator?: Translator;
  /** With the class page that names nobody; once written, it is kept up to date. */
  readonly isAnonymousAsked?: boolean;
}
