/** Says the selfcheck's own sentences in the reader's language. */

import type { Translator } from "../../contract/translator";
import { type SentenceName, sentences } from "../../wording/selfcheck-sentences";

export type Say = (name: SentenceName, values?: Readonly<Record<string, string | number>>) => string;

export function createSay({ translate }: Translator): Say {
  return (name, values) => translate(sentences[name], values);
}
