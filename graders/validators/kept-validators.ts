/** Validators as they were generated once, kept beside the packages: loading one takes a tenth of compiling its schema. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compileFunction } from "node:vm";
import {
  bringValidators,
  type CompiledSchema,
  compileSchema,
  type Validate,
  validatorOptions,
  writeValidator,
} from "../contract/schemas/ajv";
import { keepCode } from "./kept-code";

/** As `compileSchema`, from what is kept. */
export function compileKept<T>(schema: object): CompiledSchema<T> {
  return compileSchema<T>(schema, { find: findKept });
}

/** For what cannot say itself where validators lie, such as a question. */
export function bringKept(): void {
  bringValidators(findKept);
}

const folder = join(__dirname, "../../node_modules/.cache/ridgepoint");

/** Null where ajv is no package on this machine. */
function findKept(schema: object): Validate | null {
  const ajvVersion = readVersion();
  if (ajvVersion === null) return null;
  const madeFrom = ["validator", ajvVersion, JSON.stringify(validatorOptions), JSON.stringify(schema)];
  const code = keepCode({ folder, madeFrom }, () => writeValidator(schema));
  const holder: { exports: unknown } = { exports: {} };
  compileFunction(code, ["module", "require"], { filename: "validator.js" })(holder, require);
  return holder.exports as Validate;
}

function readVersion(): string | null {
  try {
    return readFileSync(require.resolve("ajv/package.json"), "utf8");
  } catch {
    return null;
  }
}
