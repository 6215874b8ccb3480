/** The program that students' commands begin with, before it is known what their Node understands. Pure. */
import type { Translator } from "../../contract/translator";

/** What it can say, in English. */
export const startSentences = {
  tooOld:
    "This needs Node.js 20.12 or newer; you have {version}. Get it from https://nodejs.org, then run the command again.",
  notInstalled: "Something is not installed yet. Run npm install in this folder, then try again.",
} as const;

/** @param template JavaScript with the names of the sentences in their places */
export function writeStartProgram(template: string, { translate }: Translator): string {
  return template
    .replace("TOO_OLD", () => JSON.stringify(translate(startSentences.tooOld)))
    .replace("NOT_INSTALLED", () => JSON.stringify(translate(startSentences.notInstalled)));
}
