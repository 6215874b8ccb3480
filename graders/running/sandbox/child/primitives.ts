/**
 * What the runner needs of the language and of Node, taken before a submission's code can replace any of it.
 *
 * This protects honest code that patches a prototype for its own use. It is no wall: code in the same process can
 * always break its own answers, and only those.
 */
import * as fs from "node:fs";
import { isBuiltin } from "node:module";
import * as util from "node:util";
import * as vm from "node:vm";

export const { readSync, writeSync } = fs;
export const { compileFunction } = vm;
export const { apply, get, getOwnPropertyDescriptor, ownKeys } = Reflect;
export const { getPrototypeOf, hasOwn, is, keys } = Object;
export const ordinaryPrototype = Object.prototype;
export const { parse, stringify } = JSON;
export const { isArray } = Array;
export const isFiniteNumber = Number.isFinite;
export const isBuiltinModule = isBuiltin;
export const types = { ...util.types };
export const toText = String;
/** Bound once: neither String's methods nor Function's are asked again. */
export const sliceText: (text: string, start: number, end?: number) => string = Function.prototype.call.bind(
  String.prototype.slice,
);
export const forEachEntry: <Key, Item>(
  self: ReadonlyMap<Key, Item>,
  visit: (item: Item, key: Key) => void,
) => void = Function.prototype.call.bind(Map.prototype.forEach);
/**
 * What is called on buffers, one of which holds the inputs of calls that are not due yet: the engine's own, since
 * Node's methods look others up where a submission may have put something that looks on.
 */
const ofBuffers = Buffer.prototype as unknown as {
  readonly utf8Slice: () => string;
  readonly utf8Write: () => number;
};
export const decodeText: (self: Uint8Array, start: number, end: number) => string =
  Function.prototype.call.bind(ofBuffers.utf8Slice);
export const encodeText: (self: Uint8Array, text: string, start: number) => number =
  Function.prototype.call.bind(ofBuffers.utf8Write);
export const moveWithin: (
  self: Uint8Array | Uint32Array,
  to: number,
  start: number,
  end: number,
) => Uint8Array | Uint32Array = Function.prototype.call.bind(Uint8Array.prototype.copyWithin);
/** From one typed array to another: looks nothing up. */
export const copyInto: (self: Uint8Array, from: Uint8Array, start: number) => void =
  Function.prototype.call.bind(Uint8Array.prototype.set);
/** What is read and written, and no Buffer: those are made in a pool, and by a constructor that a submission can replace. */
export const Bytes = Uint8Array;
export const countBytes = Buffer.byteLength;
export const nowMs = Date.now;
export const FloatArray = Float32Array;
export const Words = Uint32Array;
export const Memory = ArrayBuffer;

/** Ends the process at once: no exit hooks, no pending work. */
export const exitNow = (process as unknown as { reallyExit(code: number): never }).reallyExit;

export const onBeforeExit = (listener: () => void): void => {
  process.on("beforeExit", listener);
};
