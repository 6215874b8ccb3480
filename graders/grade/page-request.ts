/** How the pages of a class are to be. */
import type { Translator } from "../contract/translator";
import type { PageStyle } from "../report/report";

export interface PageRequest extends Omit<PageStyle, "ownTemplates"> {
  /** Of what students read; the class's when left out, English where none was ever asked for. */
  readonly translator?: Translator;
  /** An instructor's folder, null for ours again; the class's when left out. */
  readonly ownTemplates?: string | null;
  /** With the class page that names nobody; once written, it is kept up to date. */
  readonly isAnonymousAsked?: boolean;
}
