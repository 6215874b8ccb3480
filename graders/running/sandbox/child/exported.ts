/** What a loaded submission exports, however it does so: named exports, one default object that holds them, or both. */
import { listFields } from "./fields";
import {
  forEachEntry,
  get,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  isArray,
  ordinaryPrototype,
  ownKeys,
  types,
} from "./primitives";

const maxNames = 1000;
const maxNameLength = 100;

/** Where exported things are looked for, in this order. */
export type Exported = readonly Place[];

interface Place {
  readonly holder: object;
  /** `this` of a called function: the default object's methods may need it, named exports have none. */
  readonly receiver: object | undefined;
}

export interface Found {
  readonly value: unknown;
  readonly receiver: object | undefined;
}

/** @throws Error when the submission exports nothing that could hold functions */
export function findExported(moduleExports: unknown): Exported {
  if (!isHolder(moduleExports))
    throw new Error(`the submission exports a ${typeof moduleExports}, not functions`);
  const named = { holder: moduleExports, receiver: undefined };
  const standard = readOwn(moduleExports, "default");
  if (typeof standard !== "object" || standard === null) return [named];
  const whole = { holder: standard, receiver: standard };
  return listOwn(moduleExports).length === 1 ? [whole] : [named, whole];
}

/** Own names without the marker that compilers add: functions first, since those are asked for, each in the order of export. */
export function listNames(exported: Exported): string[] {
  const names: string[] = [];
  addNames(names, exported, true);
  addNames(names, exported, false);
  return names;
}

function addNames(names: string[], exported: Exported, areFunctions: boolean): void {
  for (let at = 0; at < exported.length; at += 1) {
    const own = listOwn((exported[at] as Place).holder);
    for (let i = 0; i < own.length && names.length < maxNames; i += 1) {
      const name = own[i] as string;
      const isWanted = (typeOfExport(exported, name) === "function") === areFunctions;
      if (isWanted && !holdsName(names, name)) names[names.length] = name;
    }
  }
}

/** The exported thing itself, or undefined; a name that is not a holder's own is not exported. */
export function readExport(exported: Exported, name: string): Found {
  for (let at = 0; at < exported.length; at += 1) {
    const { holder, receiver } = exported[at] as Place;
    if (getOwnPropertyDescriptor(holder, name) !== undefined) return { value: get(holder, name), receiver };
  }
  return { value: undefined, receiver: undefined };
}

export function typeOfExport(exported: Exported, name: string): string {
  try {
    return typeof readExport(exported, name).value;
  } catch {
    return "undefined";
  }
}

/** Whether code that stopped half-way has left anything to ask. */
export function exportsFunction(exported: Exported): boolean {
  for (const name of listNames(exported)) if (typeOfExport(exported, name) === "function") return true;
  return false;
}

/** As the assignment names them, or as people do; what a function would say is not asked. */
const explanationNames = ["explanations", "explanation", "explanationTexts", "reasons", "reasoning", "texts"];

export function readExplanations(exported: Exported): unknown {
  for (let at = 0; at < explanationNames.length; at++) {
    const name = explanationNames[at] as string;
    const type = typeOfExport(exported, name);
    if (type !== "string" && type !== "object") continue;
    const value = layOpen(readExport(exported, name).value);
    if (!isEmpty(value)) return value;
  }
  return undefined;
}

/** What is still to come, as a promise is, leaves what its source says to be read. */
function isEmpty(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return value === "" || value === null;
  return ownKeys(value).length === (isArray(value) ? 1 : 0);
}

/** Pairs of a name and a text, where they are no plain data: those of a Map, or a class's with what its getters give. */
function layOpen(value: unknown): unknown {
  if (typeof value !== "object" || value === null || isArray(value)) return value;
  const pairs: (readonly [unknown, unknown])[] = [];
  const add = (text: unknown, name: unknown): void => {
    pairs[pairs.length] = [name, text];
  };
  if (types.isMap(value)) {
    forEachEntry(value, add);
    return pairs;
  }
  const first = getPrototypeOf(value);
  if (first === null || first === ordinaryPrototype) return value;
  // Loading has a limit of its own.
  for (const name of listFields(value, () => {})) add(get(value, name), name);
  return pairs;
}

function listOwn(holder: object): string[] {
  const names: string[] = [];
  for (const name of ownKeys(holder)) {
    if (typeof name !== "string" || name === "__esModule" || name.length > maxNameLength) continue;
    names[names.length] = name;
  }
  return names;
}

/** By hand: a submission may have put something of its own where lists are searched. */
function holdsName(names: readonly string[], name: string): boolean {
  for (let i = 0; i < names.length; i += 1) if (names[i] === name) return true;
  return false;
}

const readOwn = (holder: object, name: string): unknown =>
  getOwnPropertyDescriptor(holder, name) === undefined ? undefined : get(holder, name);

function isHolder(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}
