/** What a loaded submission exports, however it does so: named exports, or one default object that holds them. */
import { get, getOwnPropertyDescriptor, ownKeys } from "./primitives";

const maxNames = 1000;
const maxNameLength = 100;

export interface Exported {
  readonly holder: object;
  /** `this` of a called function: the default object's methods may need it, named exports have none. */
  readonly receiver: object | undefined;
}

/** @throws Error when the submission exports nothing that could hold functions */
export function findExported(moduleExports: unknown): Exported {
  if (!isHolder(moduleExports))
    throw new Error(`the submission exports a ${typeof moduleExports}, not functions`);
  const names = listNames(moduleExports);
  if (names.length !== 1 || names[0] !== "default") return { holder: moduleExports, receiver: undefined };
  const standard: unknown = get(moduleExports, "default");
  const isObject = typeof standard === "object" && standard !== null;
  return isObject ? { holder: standard, receiver: standard } : { holder: moduleExports, receiver: undefined };
}

/** Own names, in the order of export, without the marker that compilers add. */
export function listNames(holder: object): string[] {
  const names: string[] = [];
  for (const name of ownKeys(holder)) {
    if (typeof name !== "string" || name === "__esModule" || name.length > maxNameLength) continue;
    if (names.length < maxNames) names[names.length] = name;
  }
  return names;
}

/** The exported thing itself, or undefined; a name that is not the holder's own is not exported. */
export function readExport(holder: object, name: string): unknown {
  return getOwnPropertyDescriptor(holder, name) === undefined ? undefined : get(holder, name);
}

function isHolder(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}
