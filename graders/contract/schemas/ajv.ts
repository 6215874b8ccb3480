/** Checks documents against JSON Schema 2020-12; the one doorway to ajv. */
import type { ErrorObject, ValidateFunction } from "ajv/dist/2020";
import { summarise } from "../summarise";

/** Where a document does not fit its schema. */
export interface Misfit {
  /** A JSON pointer; "" for the document as a whole. */
  readonly path: string;
  /** In English words, from the schema alone. */
  readonly expected: string;
  readonly got: string;
}

/** A document that does not fit its schema, or contradicts itself: one line naming the file, the place, what was expected and what came. */
export class SchemaError extends Error {
  override readonly name = "SchemaError";

  /** @param misfit null for a text that is no document, and for a document that contradicts itself */
  constructor(
    message: string,
    readonly misfit: Misfit | null = null,
  ) {
    super(message);
  }
}

export interface CompiledSchema<T> {
  /**
   * The value itself, known to fit.
   *
   * @param file named in the error, since a place means nothing without it
   * @throws SchemaError
   */
  check(value: unknown, file: string): T;
}

const longestPath = 200;

/** Whether a value fits; what does not is in its `errors`. */
export type Validate<T = unknown> = ValidateFunction<T>;

/** Where a validator of a schema is at hand, that one. */
export type FindValidator = (schema: object) => Validate | null;

interface Compiling {
  /** That the schema itself is one is for the tests. */
  readonly validateSchema?: boolean;
  /** Instead of what was brought for all. */
  readonly find?: FindValidator;
}

/**
 * Compiles a schema when the first document comes: half of the time to start a command went into schemas that it never
 * used. Strict: an unknown keyword or a sloppy schema throws then.
 */
export function compileSchema<T>(
  schema: object,
  { validateSchema = false, find = brought }: Compiling = {},
): CompiledSchema<T> {
  let compiled: Validate | undefined;
  return {
    check: (value, file) => {
      compiled ??= (validateSchema ? null : find(schema)) ?? compileAnew(schema, validateSchema);
      if (fits<T>(compiled, value)) return value;
      const misfit = findMisfit(compiled.errors ?? []);
      const place = misfit.path === "" ? "at the top" : `at ${misfit.path}`;
      throw new SchemaError(`${file}: ${place}: expected ${misfit.expected}, got ${misfit.got}`, misfit);
    },
  };
}

function fits<T>(validate: Validate, value: unknown): value is T {
  return validate(value);
}

/**
 * A program brings validators that are compiled already, since compiling takes ten times as long as loading what came of
 * it. Without any, all is as it is, and later.
 */
export function bringValidators(find: FindValidator): void {
  found = find;
}

let found: FindValidator = () => null;
const brought: FindValidator = (schema) => found(schema);

/** Everything besides the schema that a validator depends on, apart from the package itself. */
export const validatorOptions = {
  strict: true,
  discriminator: true,
  allowUnionTypes: true,
  verbose: true,
} as const;

/** ajv is loaded with the first document as well. */
function compileAnew(schema: object, validateSchema: boolean): Validate {
  const { Ajv2020 }: typeof import("ajv/dist/2020") = require("ajv/dist/2020");
  return new Ajv2020({ ...validatorOptions, validateSchema, code: { optimize: false } }).compile(schema);
}

/** The code of a validator: CommonJS that requires parts of ajv. */
export function writeValidator(schema: object): string {
  const { Ajv2020 }: typeof import("ajv/dist/2020") = require("ajv/dist/2020");
  const { default: writeCode }: typeof import("ajv/dist/standalone") = require("ajv/dist/standalone");
  const code = { source: true, optimize: false } as const;
  const ajv = new Ajv2020({ ...validatorOptions, validateSchema: false, code });
  return writeCode(ajv, ajv.compile(schema));
}

/** Reads JSON text; a leading byte order mark is forgiven. @throws SchemaError naming the file */
export function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const came = text.length === 0 ? "an empty file" : summarise(why);
    throw new SchemaError(`${file}: expected JSON, got ${came}`);
  }
}

/** The first error that says something of a place; `if` and `oneOf` only wrap others. */
function findMisfit(errors: readonly ErrorObject[]): Misfit {
  const telling = errors.filter((one) => !["if", "oneOf", "anyOf", "allOf"].includes(one.keyword));
  const error = telling[0] ?? errors[0];
  if (error === undefined) return { path: "", expected: "what fits its schema", got: "something else" };
  const path = error.instancePath.replace(/\p{Cc}/gu, "\uFFFD").slice(0, longestPath);
  return { path, expected: describeExpected(error), got: describeCame(error) };
}

function describeExpected({ keyword, params, schema, parentSchema, message }: ErrorObject): string {
  switch (keyword) {
    case "required":
      return `a field "${params.missingProperty}"`;
    case "additionalProperties":
    case "unevaluatedProperties":
      return "no field of this name";
    case "type":
      return String([params.type].flat().join(" or "));
    case "const":
      return JSON.stringify(params.allowedValue);
    case "enum":
      return `one of ${JSON.stringify(params.allowedValues)}`;
    case "pattern":
      return String(parentSchema?.title ?? `text like ${params.pattern}`);
    case "discriminator":
      return `a known "${params.tag}"`;
    case "not":
    case "false schema":
      return `nothing here${typeof schema === "object" ? ` of the form ${JSON.stringify(schema)}` : ""}`;
    case "maxItems":
      return params.limit === 0 ? "an empty list, or none" : `a list of at most ${params.limit}`;
    case "minItems":
      return `a list of at least ${params.limit}`;
    case "maxLength":
      return `a text of at most ${params.limit} characters`;
    case "maxProperties":
      return `at most ${params.limit} fields`;
    case "maximum":
      return `a number of at most ${params.limit}`;
    case "minimum":
      return `a number of at least ${params.limit}`;
    default:
      return `something that ${message ?? `passes ${keyword}`}`;
  }
}

function describeCame({ keyword, params, data }: ErrorObject): string {
  switch (keyword) {
    case "required":
      return "none";
    case "additionalProperties":
      return summarise(params.additionalProperty);
    case "unevaluatedProperties":
      return summarise(params.unevaluatedProperty);
    case "discriminator":
      return summarise(params.tagValue);
    default:
      return summarise(data);
  }
}
