import { decodeRoster } from "./decode-roster";

const csv = "id,name\nzoe,Zoë\n";
const littleEndian = Buffer.from(csv, "utf16le");
const mark = Buffer.from("\uFEFF", "utf16le");
const swap = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();

test.each<[string, Buffer, readonly string[], string?]>([
  ["UTF-8", Buffer.from(csv), []],
  ["UTF-8 with a mark", Buffer.from(`\uFEFF${csv}`), []],
  ["UTF-16, little endian", Buffer.concat([mark, littleEndian]), ["UTF-16"]],
  ["UTF-16, big endian", swap(Buffer.concat([mark, littleEndian])), ["UTF-16"]],
  ["UTF-16 without a mark", littleEndian, ["UTF-16"]],
  ["UTF-16, big endian, without a mark", swap(littleEndian), ["UTF-16"]],
  ["Windows-1252", Buffer.from(csv, "latin1"), ["Windows-1252"]],
  [
    "Windows-1252 where it is not Latin-1",
    Buffer.from("id,name\nz,\x8eo\xeb\n", "latin1"),
    ["Windows-1252"],
    "id,name\nz,Žoë\n",
  ],
])("reads %s, and says so where it is unusual", (_, bytes, encodings, meant = csv) => {
  const { text, notices } = decodeRoster(bytes, "class.csv");
  expect(text).toBe(meant);
  expect(notices).toEqual(
    encodings.map(
      (one) => `class.csv: read as ${one}; if names look wrong, save it as "CSV UTF-8" and give that file`,
    ),
  );
});

test.each([
  ["a spreadsheet", Buffer.from("PK\u0003\u0004…"), /^class\.csv: expected a CSV file, got a spreadsheet/],
  ["control characters", Buffer.from("id,name\n\u0001,x"), /^class\.csv: .* got bytes that are no text/],
  ["bytes that Windows-1252 leaves free", Buffer.from([0x69, 0x64, 0x81]), /got bytes that are no text/],
])("refuses %s with a reason in one line", (_, bytes, message) => {
  expect(() => decodeRoster(bytes, "class.csv")).toThrow(message);
  expect(() => decodeRoster(bytes, "class.csv")).not.toThrow(/\n/);
});
