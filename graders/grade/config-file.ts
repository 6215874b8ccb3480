/**
 * Settings that hold for every run of a person: the level of the sandbox that is required, limits, and which questions
 * count otherwise. Read from the folder where the command is typed, never from the one that is graded, a stranger's.
 */
import { readFile } from "node:fs/promises";
import { UsageError } from "../contract/faults";
import { parseJson, SchemaError } from "../contract/schemas/ajv";
import schema from "../contract/schemas/config.schema.json";
import { describeError } from "../contract/thrown";
import { compileKept } from "../validators/kept-validators";

/** Looked for where the command is typed, when no other file is named. */
export const configFile = "ridgepoint.config.json";

export interface Config {
  /** "none" is missing on purpose: switching the sandbox off has to be typed. */
  readonly sandbox?: "auto" | "required";
  readonly limits?: Readonly<Record<string, number>>;
  /** Either void, or of another weight. */
  readonly questions?: readonly {
    readonly id: string;
    readonly void?: true;
    readonly weight?: number;
    readonly why: string;
  }[];
}

const configSchema = compileKept<Config>(schema);

/**
 * @param path the file that a person named, or undefined for the usual one, which may be missing
 * @throws UsageError when the named file cannot be read or a file does not fit
 */
export async function readConfig(path: string | undefined): Promise<Config> {
  const file = path ?? configFile;
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === "ENOENT";
    if (isMissing && path === undefined) return {};
    throw new UsageError(`--config: ${file} cannot be read: ${describeError(error)}`);
  }
  try {
    return configSchema.check(parseJson(text, file), file);
  } catch (error) {
    throw error instanceof SchemaError ? new UsageError(error.message) : error;
  }
}
