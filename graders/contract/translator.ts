/** Puts our sentences into the language of a class. */

export interface Translator {
  /** BCP 47 tag, for `lang` attributes. */
  readonly language: string;
  /** @param values fill the places of `sentence`; those that are sentences of ours come translated already */
  translate(sentence: string, values?: Readonly<Record<string, string | number>>): string;
}
