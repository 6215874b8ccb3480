import { UsageError } from "../contract/faults";
import { refuseFewOpenFiles } from "./open-files";

const withLimits = (soft: string, hard: string) => (): void =>
  refuseFewOpenFiles(
    128,
    2,
    () => `Max processes   10   10   processes\nMax open files   ${soft}   ${hard}   files\n`,
  );

function findMessage(act: () => void): string {
  try {
    act();
    return "";
  } catch (error) {
    return (error as Error).message;
  }
}

test.each([
  ["100", "100"],
  ["100", "4096"],
  ["127", "unlimited"],
])("soft %s and hard %s are refused before anything runs, with what raises them", (soft, hard) => {
  expect(withLimits(soft, hard)).toThrow(UsageError);
  expect(withLimits(soft, hard)).toThrow(
    /too few files .* expected 128 or more; raise it with "ulimit -n 128"/,
  );
});

test.each([
  ["128", "128"],
  ["1024", "unlimited"],
  ["unlimited", "unlimited"],
])("soft %s and hard %s are enough", (soft, hard) => {
  expect(withLimits(soft, hard)).not.toThrow();
});

test.each([1, 64, 128])("what is advised is enough for %d jobs", (jobs) => {
  const withLimit = (limit: string) => () =>
    refuseFewOpenFiles(128, jobs, () => `Max open files ${limit} ${limit} files`);
  const says = /raise it with "ulimit -n (\d+)"/;
  const [, advised = ""] = says.exec(findMessage(withLimit("16"))) ?? [];
  expect(withLimit(advised)).not.toThrow();
});

test("many jobs need more, and an unknown limit stops nobody", () => {
  expect(() => refuseFewOpenFiles(128, 64, () => "Max open files 1024 1024 files")).toThrow(/expected 1088/);
  expect(() => refuseFewOpenFiles(128, 64, () => "")).not.toThrow();
});
