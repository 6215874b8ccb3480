import { findParcel, openParcel, packFields } from "./packed";

const whole = { id: "ada", text: "é\n".repeat(500), marks: undefined, list: [1, { two: "😀" }] };
const packed = packFields(whole, ["text", "list"]);

test("what is packed reads, copies, compares, writes and travels as the whole does", () => {
  expect(packed).toEqual(whole);
  expect({ ...packed }).toEqual(whole);
  expect(structuredClone(packed)).toEqual(whole);
  expect(JSON.stringify(packed)).toBe(JSON.stringify(whole));
  expect(Object.keys(packed)).toEqual(Object.keys(whole));
});

test("it is packed: what is sent of it is small, and opens to the same", () => {
  const parcel = findParcel(packed);
  expect(parcel?.bytes.length).toBeLessThan(100);
  expect(parcel === null ? null : openParcel(structuredClone(parcel))).toEqual(whole);
  expect(findParcel(whole)).toBeNull();
});

test("two are not mistaken for one another when they are read in turn", () => {
  const other = packFields({ ...whole, text: "other" }, ["text", "list"]);
  expect([packed.text, other.text, packed.text]).toEqual([whole.text, "other", whole.text]);
});

test("a field that is not there stays away", () => {
  const without: { readonly id: string; readonly text?: string } = { id: "bob" };
  expect(Object.keys(packFields(without, ["text"]))).toEqual(["id"]);
});
