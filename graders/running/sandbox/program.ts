/**
 * Our own programs that run in a process of their own: TypeScript in the repository, plain JavaScript in the
 * package that students get, where this file is part of a bundle and its programs lie beside it.
 */
import { join } from "node:path";

/** True in the repository. */
export const isRunFromSource = __filename.endsWith(".ts");

export interface Program {
  /** Arguments for Node. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/**
 * @param folder the folder of the file that asks
 * @param name of the program, without an ending
 */
export function locateProgram(folder: string, name: string): Program {
  if (!isRunFromSource) return { args: [join(folder, `${name}.js`)], env: {} };
  return {
    args: ["--require", require.resolve("ts-node/register"), join(folder, `${name}.ts`)],
    env: { TS_NODE_PROJECT: join(__dirname, "../../../tsconfig.json") },
  };
}
