/** Templates: strict, escaping by default; the one doorway to handlebars. */
import Handlebars from "handlebars";
import { GraderFault, UsageError } from "../contract/faults";
import { describeError } from "../contract/thrown";

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
  /** Paths of those that an instructor brought, by "template student.html" or "partial bar"; their faults are the instructor's. */
  readonly own?: ReadonlyMap<string, string>;
}

type Render = (view: object) => string;
/** Called for what a partial gave; what it returns stands in the page. */
type SetAside = (text: string) => string;

/**
 * Compiles a template. A name that the view lacks is an error, not an empty string; a template cannot reach
 * prototypes, call functions of ours, or leave a value unescaped.
 *
 * @param escaping "none" only for formats that are not HTML, whose views come escaped
 * @throws GraderFault naming the template; UsageError naming file and line for one that an instructor brought, which is
 *   looked at here already as far as that can be done without a view
 */
export function compileTemplate(
  name: string,
  sources: TemplateSources,
  escaping: "html" | "none",
  setAside: SetAside = (text) => text,
): Render {
  const { templates, partials, own = new Map<string, string>() } = sources;
  const environment = createEnvironment();
  const options = {
    strict: true,
    knownHelpersOnly: true,
    noEscape: escaping === "none",
    preventIndent: true,
  };
  const compile = (label: string, source: string): Handlebars.TemplateDelegate => {
    const path = own.get(label);
    // Beside an instructor's files one of ours fails by what they hand it.
    const place: Place = { label: path ?? label, isOwn: own.size > 0 };
    checkSource(source, place);
    if (path !== undefined) checkOwn(source, place, { options, partials });
    let render: Handlebars.TemplateDelegate | undefined;
    // A partial is called with more than its view.
    return (view, call) =>
      explainFailure(place, () => {
        render ??= environment.template(translate(source, options));
        return render(view, call);
      });
  };
  for (const [partial, source] of Object.entries(partials)) {
    const render = compile(`partial ${partial}`, source);
    environment.registerPartial(partial, (view, call) => setAside(render(view, call)));
  }
  const source = templates[name];
  if (source === undefined)
    throw new GraderFault(`template ${name}: expected a file of this name, found none`);
  return compile(`template ${name}`, source);
}

const translated = new Map<string, TemplateSpecification>();

/** Partials stand in several pages, and a class may be graded after another: the same text is translated once. */
function translate(source: string, options: CompileOptions): TemplateSpecification {
  const key = JSON.stringify([source, options]);
  const known = translated.get(key);
  if (known !== undefined) return known;
  const specification = new Function(`return ${Handlebars.precompile(source, options)}`)();
  translated.set(key, specification);
  return specification;
}

interface Place {
  /** Path of an instructor's file, else what it is. */
  readonly label: string;
  /** Whether a fault is the instructor's. */
  readonly isOwn: boolean;
}

function explainFailure(place: Place, render: () => string): string {
  try {
    return render();
  } catch (error) {
    // Named already, by the partial that it happened in.
    if (error instanceof UsageError || error instanceof GraderFault) throw error;
    throw explain(place, error);
  }
}

function explain({ label, isOwn }: Place, error: unknown): Error {
  const says = describeError(error).split("\n");
  if (!isOwn) return new GraderFault(`${label}: ${says.join(" ")}`);
  const line = findLine(error);
  const where = line === null ? label : `${label}:${line}`;
  return new UsageError(`${where}: ${shorten(says)} (docs/templates.md tells what there is)`);
}

/** In words for who wrote the template. */
function shorten(says: readonly string[]): string {
  // A parser draws the place over three lines, and names what it expected in the last.
  return (says.at(-1) ?? "")
    .replace(/ - \d+:\d+$/, "")
    .replace(/^("[^"]*") not defined in [\s\S]*/, "the view has no $1")
    .replace(/^You specified knownHelpersOnly, but used the /, "");
}

function findLine(error: unknown): number | null {
  const { lineNumber } = error as { lineNumber?: unknown };
  if (typeof lineNumber === "number") return lineNumber;
  // The parser says it in words alone.
  const told = /^Parse error on line (\d+)/.exec(describeError(error))?.[1];
  return told === undefined ? null : Number(told);
}

interface Surroundings {
  readonly options: CompileOptions;
  readonly partials: TemplateSources["partials"];
}

/** Else it would be compiled with its first page only, when others are written already. */
function checkOwn(source: string, place: Place, { options, partials }: Surroundings): void {
  try {
    const parsed = Handlebars.parse(source);
    Handlebars.precompile(parsed, options);
    new PartialNames(partials).accept(parsed);
  } catch (error) {
    throw explain(place, error);
  }
}

/** Finds calls of partials that are not there. */
class PartialNames extends Handlebars.Visitor {
  constructor(private readonly partials: TemplateSources["partials"]) {
    super();
  }

  override PartialStatement(statement: hbs.AST.PartialStatement): void {
    const { original } = statement.name as hbs.AST.PathExpression;
    if (!Object.hasOwn(this.partials, original)) {
      const error = new Error(`there is no partial "${original}"`);
      throw Object.assign(error, { lineNumber: statement.loc.start.line });
    }
    super.PartialStatement(statement);
  }
}

/** Strict mode does not look at what `#if` and `#each` are given: here a name that the view lacks throws there too. */
function createEnvironment(): typeof Handlebars {
  const environment = Handlebars.create();
  for (const name of ["if", "unless", "each", "with"]) {
    const original = environment.helpers[name];
    if (original === undefined) throw new GraderFault(`templates: expected a helper "${name}", found none`);
    const strict: Handlebars.HelperDelegate = function (
      this: unknown,
      value: unknown,
      options: HelperOptions,
    ) {
      if (value === undefined) {
        const error = new TypeError(`"#${name}" got a name that the view lacks`);
        throw Object.assign(error, { lineNumber: options.loc?.start.line });
      }
      return original.call(this, value, options) as unknown;
    };
    environment.registerHelper(name, strict);
  }
  return environment;
}

/** With the place of the call, which the types leave out. */
type HelperOptions = Handlebars.HelperOptions & { readonly loc?: hbs.AST.SourceLocation };

function checkSource(source: string, place: Place): void {
  const raw = /\{\{\{|\{\{~?&/.exec(source);
  if (raw === null) return;
  const lineNumber = source.slice(0, raw.index).split("\n").length;
  const error = new Error(`"${raw[0]}" would leave a value unescaped; use "{{"`);
  throw explain(place, Object.assign(error, { lineNumber }));
}
