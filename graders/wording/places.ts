/** Places in a template's braces, "{file} is larger than {kibibytes} KiB.", and templates with words in them. */
import type { Translator } from "../contract/translator";

/** Names of the places in a template. */
export type PlacesIn<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlacesIn<Rest>
  : never;

/** Says a template in one language, with something for each of its places. */
export type Say = <Template extends string>(
  template: Template,
  values: Readonly<Record<PlacesIn<Template>, string | number>>,
) => string;

export function createSay({ translate }: Translator): Say {
  return (template, values) => translate(template, values);
}
