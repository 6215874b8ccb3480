/**
 * Our own programs that run in a process of their own: TypeScript in the repository, plain JavaScript in the
 * package that students get, where this file is part of a bundle and its programs lie beside it.
 */
import { join } from "node:path";

/** True in the repository. */
export const isRunFromSource = __filename.endsWith(".ts");

/**
 * @param folder the folder of the file that asks
 * @param name of the program, without an ending
 * @returns arguments for Node
 */
export function locateProgram(folder: string, name: string): readonly string[] {
  return isRunFromSource
    ? ["--require", join(__dirname, "../from-source.cjs"), join(folder, `${name}.ts`)]
    : [join(folder, `${name}.js`)];
}
