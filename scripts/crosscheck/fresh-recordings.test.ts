import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isAgreement } from "../../reference/recordings/agreement";
import { recordAnew } from "./fresh-recordings";
import type { RunProgram } from "./python";

const storedAtto = join(__dirname, "..", "..", "reference", "recordings", "atto.json");

/** A recorder that puts a file where it was told to write. */
function fakeRecorder(write: (path: string) => void): RunProgram {
  return (_program, args) => {
    write(join(args[args.indexOf("--out") + 1] ?? "", "atto.json"));
    return { exitCode: 0, stdout: "", stderr: "" };
  };
}

function recordWith(run: RunProgram): ReturnType<typeof recordAnew> {
  return recordAnew("python3", "record-profile.py", ["atto"], run);
}

test("the same events again are recognised, and agree with the model", () => {
  const fresh = recordWith(fakeRecorder((path) => copyFileSync(storedAtto, path)));
  expect(fresh.length).toBeGreaterThan(10);
  expect(fresh.every(({ isAsStored }) => isAsStored)).toBe(true);
  expect(fresh.every(isAgreement)).toBe(true);
});

test("a recording with a larger image batch is neither as stored nor in agreement", () => {
  const fresh = recordWith(
    fakeRecorder((path) => {
      writeFileSync(path, readFileSync(storedAtto, "utf8").replaceAll("[602112,1,", "[702112,1,"));
    }),
  );
  const changed = fresh.filter(({ subject }) => subject === "atto-batch1-forward-grad");
  expect(changed.map((row) => [row.isAsStored, isAgreement(row)])).toEqual([[false, false]]);
});

test("a recorder that fails is quoted", () => {
  const failing: RunProgram = () => ({ exitCode: 1, stdout: "", stderr: "no memory left" });
  expect(() => recordWith(failing)).toThrow(/record-profile\.py failed:\nno memory left/);
});
