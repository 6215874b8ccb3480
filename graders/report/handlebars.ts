/** Templates: strict, escaping by default; the one doorway to handlebars. */
import Handlebars from "handlebars";
import { GraderFault } from "../contract/faults";

/** HTML that we made and know to be harmless: it goes through a template as it is. */
export type SafeHtml = Handlebars.SafeString;

/** Only for markup whose every foreign word is escaped already. */
export function markSafe(html: string): SafeHtml {
  return new Handlebars.SafeString(html);
}

export function escapeHtml(text: string): string {
  return Handlebars.escapeExpression(text);
}

export interface TemplateSources {
  /** Template text by name ("student.html"). */
  readonly templates: Readonly<Record<string, string>>;
  readonly partials: Readonly<Record<string, string>>;
}

/**
 * Compiles a template. A name that the view lacks is an error, not an empty string; a template cannot reach
 * prototypes, call functions of ours, or leave a value unescaped.
 *
 * @param escaping "none" only for formats that are not HTML, whose views come escaped
 * @throws GraderFault naming the template
 */
export function compileTemplate(
  name: string,
  { templates, partials }: TemplateSources,
  escaping: "html" | "none",
): (view: object) => string {
  const environment = createEnvironment();
  for (const [partial, source] of Object.entries(partials)) {
    environment.registerPartial(partial, checkSource(`partial ${partial}`, source));
  }
  const source = templates[name];
  if (source === undefined)
    throw new GraderFault(`template ${name}: expected a file of this name, found none`);
  const options = {
    strict: true,
    knownHelpersOnly: true,
    noEscape: escaping === "none",
    preventIndent: true,
  };
  const render = environment.compile<object>(checkSource(`template ${name}`, source), options);
  return (view) => {
    try {
      return render(view);
    } catch (error) {
      throw new GraderFault(`template ${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
}

/** Strict mode does not look at what `#if` and `#each` are given: here a name that the view lacks throws there too. */
function createEnvironment(): typeof Handlebars {
  const environment = Handlebars.create();
  for (const name of ["if", "unless", "each", "with"]) {
    const original = environment.helpers[name];
    if (original === undefined) throw new GraderFault(`templates: expected a helper "${name}", found none`);
    const strict: Handlebars.HelperDelegate = function (this: unknown, value: unknown, options: unknown) {
      if (value === undefined) throw new TypeError(`"#${name}" got a name that the view lacks`);
      return original.call(this, value, options) as unknown;
    };
    environment.registerHelper(name, strict);
  }
  return environment;
}

function checkSource(name: string, source: string): string {
  const raw = /\{\{\{|\{\{~?&/.exec(source);
  if (raw !== null) throw new GraderFault(`${name}: "${raw[0]}" would leave a value unescaped; use "{{"`);
  return source;
}
