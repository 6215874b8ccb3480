/**
 * Plain data whose large fields are kept deflated until somebody reads them: of a class of thousands everything is in
 * memory at once, and of hardly any submission more than one thing is looked at in the same moment. Pure.
 */
import { deflateRawSync, inflateRawSync } from "node:zlib";

/** What goes to another thread of what was packed, as bytes. */
export interface Parcel<Whole extends object = object> {
  readonly open: Partial<Whole>;
  readonly names: readonly string[];
  readonly bytes: Uint8Array;
}

const parcels = new WeakMap<object, Parcel>();

/** Reading takes tenths of a millisecond, and whoever read one thing of a record reads another one next. */
let last: { readonly bytes: Uint8Array; readonly fields: Readonly<Record<string, unknown>> } | undefined;

/**
 * The same to whoever reads, copies or sends it. What is read of a packed field must not be changed, and may be another
 * object the next time.
 *
 * @param names of fields that hold what JSON can; absent ones stay so
 */
export function packFields<Whole extends object>(
  whole: Whole,
  names: readonly (keyof Whole & string)[],
): Whole {
  const packed = names.filter((name) => name in whole);
  if (packed.length === 0) return whole;
  const text = JSON.stringify(Object.fromEntries(packed.map((name) => [name, whole[name]])));
  // A copy: the bytes as they come lie at the start of a buffer of 16 kB each.
  const bytes = Uint8Array.from(deflateRawSync(text, { level: 6 }));
  const open = Object.fromEntries(
    Object.entries(whole).map(([name, value]) => [name, packed.some((one) => one === name) ? null : value]),
  );
  return openParcel({ open: open as Partial<Whole>, names: packed, bytes });
}

/** What was packed as it can be sent, without unpacking it; null for what was not. */
export function findParcel<Whole extends object>(packed: Whole): Parcel<Whole> | null {
  return (parcels.get(packed) as Parcel<Whole> | undefined) ?? null;
}

export function openParcel<Whole extends object>(parcel: Parcel<Whole>): Whole {
  const packed: Record<string, unknown> = {};
  // In one order, so that thousands of objects have one shape.
  for (const [name, value] of Object.entries(parcel.open)) {
    if (parcel.names.includes(name))
      Object.defineProperty(packed, name, { enumerable: true, configurable: true, get: getter(name) });
    else packed[name] = value;
  }
  parcels.set(packed, parcel);
  return packed as Whole;
}

/** One for all: each function of its own would make a shape of its own. */
const getters = new Map<string, (this: object) => unknown>();

function getter(name: string): (this: object) => unknown {
  const known = getters.get(name);
  if (known !== undefined) return known;
  const made = function (this: object): unknown {
    const parcel = parcels.get(this);
    return parcel === undefined ? undefined : unpack(parcel.bytes)[name];
  };
  getters.set(name, made);
  return made;
}

function unpack(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  if (last?.bytes !== bytes) last = { bytes, fields: JSON.parse(inflateRawSync(bytes).toString("utf8")) };
  return last.fields;
}
