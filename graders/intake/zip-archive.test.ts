import fs from "node:fs";
import { UsageError } from "../contract/faults";
import { good, look, takeFrom, write } from "../testing/hand-in";
import { zipFiles } from "../testing/odd-zip";

afterEach(() => jest.restoreAllMocks());

/** A disk that takes part in so many readings, and fails at all others. */
function failAfter(readings: number): void {
  const { read } = fs;
  let left = readings;
  jest.spyOn(fs, "read").mockImplementation((...given: readonly unknown[]) => {
    left -= 1;
    if (left >= 0) return Reflect.apply(read, fs, given);
    const answer = given.at(-1);
    const error = Object.assign(new Error("EIO: i/o error, read"), { code: "EIO", syscall: "read" });
    if (typeof answer === "function") answer(error);
  });
}

describe("a disk that fails while the archive of a class is read", () => {
  beforeEach(() => write("class.zip", zipFiles({ "ann/submission.ts": good, "bea/submission.ts": good })));

  test("before it is known what the archive holds, is told to the person who grades", async () => {
    failAfter(0);
    const looking = look("class.zip");
    await expect(looking).rejects.toThrow(UsageError);
    await expect(looking).rejects.toThrow(
      /\/class\.zip: class\.zip changed while it was read \(EIO\); grade it again$/,
    );
  });

  test("amid a student's file is no fault of the student's", async () => {
    const counting = jest.spyOn(fs, "read");
    await look("class.zip");
    const readings = counting.mock.calls.length;
    counting.mockRestore();
    failAfter(readings - 1);
    expect(await takeFrom("class.zip", "bea")).toEqual({
      kind: "unread",
      id: "bea",
      fault: "submission.ts changed while it was read (EIO); grade it again",
    });
  });
});

test("a file that is no archive is damaged", async () => {
  write("class/ann.zip", "no archive");
  const refused = { code: "archive-damaged", file: "ann.zip" };
  expect(await takeFrom("class", "ann.zip")).toMatchObject({ kind: "refused", refused });
});
