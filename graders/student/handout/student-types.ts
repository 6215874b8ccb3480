/** The types that students get, with their comments in a language. Pure. */
import type { Translator } from "../../contract/translator";

const comment = /\/\*\* (.+?) \*\//g;

export function translateTypes(types: string, { translate }: Translator): string {
  return types.replace(comment, (_, text: string) => `/** ${translate(text)} */`);
}

export function listTypeSentences(types: string): readonly string[] {
  return [...types.matchAll(comment)].map((match) => match[1] as string);
}
