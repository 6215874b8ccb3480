import { GraderFault } from "../contract/faults";
import { describeFailedWrites, WriteFault } from "./write-fault";

const full = new Error("ENOSPC: no space left on device");

test("names the file, what came, and what to do", () => {
  expect(new WriteFault("/out/scores.json", full)).toBeInstanceOf(GraderFault);
  expect(new WriteFault("/out/scores.json", full).message).toBe(
    "/out/scores.json: could not be written: ENOSPC: no space left on device; free the disk or choose another --out",
  );
});

test("many files that one full disk refused are one short sentence", () => {
  const names = Array.from({ length: 40 }, (_, index) => `s${index}`);
  const failed = new Map(names.map((name) => [name, new WriteFault(`/out/${name}`, full)]));
  expect(describeFailedWrites(failed)).toBe(
    "could not be written: s0, s1, s2 and 37 more: ENOSPC: no space left on device; what lay there before stands; free the disk or choose another --out",
  );
});

test("another reason is said beside it", () => {
  const failed = new Map<string, unknown>([
    ["ann", new WriteFault("/out/ann", full)],
    ["class page", new Error("a fault")],
  ]);
  expect(describeFailedWrites(failed)).toContain(
    "ann: ENOSPC: no space left on device; class page: a fault;",
  );
});
