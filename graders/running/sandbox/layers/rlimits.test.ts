import { measureReservation } from "./rlimits";

const reserved = "7f9c40000000-7f9c60000000 rwxp 00000000 00:00 0 ";

test("room that V8 reserves for compiled code is measured", () => {
  const maps = `01000000-02000000 r-xp 00000000 fe:00 99 /usr/bin/node\n${reserved}\n`;
  expect(measureReservation(maps)).toBe(512 * 1024 * 1024);
});

test.each([
  ["compiled code itself", "7f9c40000000-7f9c40100000 rwxp 00000000 00:00 0 "],
  ["room that cannot be written yet", reserved.replace("rwxp", "---p")],
  ["data", reserved.replace("rwxp", "rw-p")],
  ["a mapped file", reserved.replace("00:00 0 ", "fe:00 99 /tmp/large")],
])("%s is no reservation", (_, line) => {
  expect(measureReservation(`${line}\n`)).toBe(0);
});
