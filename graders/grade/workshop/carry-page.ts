/** What a class page is made of, on its way to another thread: packed records stay packed. */

import type { MarkedRecord } from "../../contract/hand-mark";
import { findParcel, openParcel, type Parcel } from "../../contract/packed";
import type { ClassPage } from "./work";

export interface CarriedPage extends Omit<ClassPage, "records"> {
  readonly records: readonly ({ readonly packed: Parcel<MarkedRecord> } | { readonly open: MarkedRecord })[];
}

export function packPage(page: ClassPage): CarriedPage {
  const records = page.records.map((record) => {
    const packed = findParcel(record);
    return packed === null ? { open: record } : { packed };
  });
  return { ...page, records };
}

export function unpackPage(page: CarriedPage): ClassPage {
  const records = page.records.map((one) => ("packed" in one ? openParcel(one.packed) : one.open));
  return { ...page, records };
}
