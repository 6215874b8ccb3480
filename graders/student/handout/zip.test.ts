import { readZip, writeZip } from "./zip";

const files = [
  { path: "b/two.txt", bytes: Buffer.from("two") },
  { path: "a.txt", bytes: Buffer.from("é".repeat(1000)) },
];

test("what goes in comes out", () => {
  const read = readZip(writeZip(files)).map(({ path, bytes }) => [path, Buffer.from(bytes).toString()]);
  expect(read).toEqual([
    ["a.txt", "é".repeat(1000)],
    ["b/two.txt", "two"],
  ]);
});

test("the same files make the same bytes, in whatever order and time zone", () => {
  const zone = process.env.TZ;
  const first = writeZip(files);
  try {
    process.env.TZ = "Pacific/Kiritimati";
    expect(Buffer.from(writeZip([...files].reverse())).equals(first)).toBe(true);
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
});

test("one other byte makes another archive", () => {
  const changed = writeZip([{ path: "a.txt", bytes: Buffer.from("x") }]);
  expect(Buffer.from(changed).equals(writeZip([{ path: "a.txt", bytes: Buffer.from("y") }]))).toBe(false);
});
