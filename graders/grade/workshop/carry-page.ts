/** What pages are made of, on its way to another thread: packed records stay packed. */

import type { MarkedRecord } from "../../contract/hand-mark";
import { findParcel, openParcel, type Parcel } from "../../contract/packed";
import type { ClassPage, StudentPage } from "./work";

type CarriedRecord = { readonly packed: Parcel<MarkedRecord> } | { readonly open: MarkedRecord };

export interface CarriedPage extends Omit<ClassPage, "records"> {
  readonly records: readonly CarriedRecord[];
}

export interface CarriedStudentPage extends Omit<StudentPage, "record"> {
  readonly record: CarriedRecord;
}

export const packPage = (page: ClassPage): CarriedPage => ({
  ...page,
  records: page.records.map(packRecord),
});
export const unpackPage = (page: CarriedPage): ClassPage => ({
  ...page,
  records: page.records.map(unpackRecord),
});

export const packStudentPage = (page: StudentPage): CarriedStudentPage => ({
  ...page,
  record: packRecord(page.record),
});
export const unpackStudentPage = (page: CarriedStudentPage): StudentPage => ({
  ...page,
  record: unpackRecord(page.record),
});

function packRecord(record: MarkedRecord): CarriedRecord {
  const packed = findParcel(record);
  return packed === null ? { open: record } : { packed };
}

function unpackRecord(one: CarriedRecord): MarkedRecord {
  return "packed" in one ? openParcel(one.packed) : one.open;
}
