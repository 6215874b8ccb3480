/** From a message to words: its template is looked up as it stands, in a language, then filled. */
import type { Message, MessageCode, MessageParameters, MessageValue } from "../contract/message";
import type { Translator } from "../contract/translator";
import { refusalTemplates, remarkTemplates } from "./intake-templates";
import type { PlacesIn } from "./places";
import { returnedTemplates } from "./returned-templates";
import {
  compileTemplates,
  interferenceTemplates,
  limitTemplates,
  loadTemplates,
  lossTemplates,
  typeCheckTemplates,
} from "./run-templates";
import { staffTemplates } from "./staff-templates";

/** What pages and the student package may say, in English; every other language translates each of them. */
export const translatedTemplates = {
  ...refusalTemplates,
  ...remarkTemplates,
  ...compileTemplates,
  ...loadTemplates,
  ...typeCheckTemplates,
  ...lossTemplates,
  ...limitTemplates,
  ...interferenceTemplates,
  ...returnedTemplates,
} as const;

const templates: Readonly<Record<MessageCode, string>> = expectOwnPlaces({
  ...translatedTemplates,
  ...staffTemplates,
});

/** A template that does not name exactly the parameters of its code does not compile. */
function expectOwnPlaces<const Table extends Readonly<Record<MessageCode, string>>>(
  table: Table & { readonly [Code in MessageCode]: Fitting<Table[Code], keyof MessageParameters[Code]> },
): Table {
  return table;
}

type Fitting<Template extends string, Names> = [PlacesIn<Template>, Names] extends [Names, PlacesIn<Template>]
  ? Template
  : never;

/** @param translator what its language lacks stays English */
export function sayMessage(message: Message, translator: Translator): string {
  const { code, ...parameters } = message;
  const words = Object.entries<MessageValue>(parameters).map(([name, value]): [string, string | number] => [
    name,
    sayValue(value, translator),
  ]);
  // A record may have been edited by hand.
  const template = Object.hasOwn(templates, code) ? templates[code] : code;
  return translator.translate(template, Object.fromEntries(words));
}

/** A message, or somebody else's words as they are: a compiler's complaint, a thrown error's text. */
export function sayText(text: string | Message, translator: Translator): string {
  return typeof text === "string" ? text : sayMessage(text, translator);
}

function sayValue(value: MessageValue, translator: Translator): string | number {
  if (typeof value === "string" || typeof value === "number") return value;
  return "code" in value ? sayMessage(value, translator) : value.join(", ");
}
