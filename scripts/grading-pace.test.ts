import type { GradeEvent } from "../graders/grade/grade-request";
import { sampleBatch, sampleRecords } from "../graders/testing/sample-class";
import { createPace } from "./grading-pace";

let nowMs = 0;
const start = (submissions: number): GradeEvent => ({
  kind: "started",
  submissions,
  sandbox: sampleBatch.sandbox,
  notes: [],
});
const finish = (
  id: string,
  reused = false,
  from = sampleRecords.full,
): Extract<GradeEvent, { kind: "finished" }> => ({
  kind: "finished",
  record: { ...from, submission: { ...from.submission, id } },
  reused,
});

/** Each is graded for so many milliseconds, one after the other. */
function grade(took: Readonly<Record<string, number>>, submissions = 10) {
  const pace = createPace(() => nowMs);
  pace.see(start(submissions));
  for (const [id, ms] of Object.entries(took)) {
    pace.see({ kind: "running", id });
    nowMs += ms;
    pace.see(finish(id));
  }
  return pace;
}

test("before anybody was graded there is nothing to tell, and after one or two no rate", () => {
  expect(createPace(() => nowMs).describe()).toBeNull();
  expect(grade({ ada: 10, bob: 10 }).describe()).toBeNull();
});

test("the rate is of who was graded, and what is left goes by it", () => {
  const pace = grade({ ada: 500, bob: 500, eve: 500 });
  expect(pace.describe()).toBe("2.0 a second · about 4 s left");
  for (const id of ["fay", "gus"]) pace.see(finish(id, true));
  expect(pace.describe()).toBe("2.0 a second · about 3 s left");
  expect(grade({ ada: 90_000, bob: 90_000, eve: 90_000 }).describe()).toBe(
    "0.7 a minute · about 11 min left",
  );
});

test("who runs and who could not be graded is told by name, and a name steers no terminal", () => {
  const pace = createPace(() => nowMs);
  pace.see(start(9));
  for (const id of ["a", "b\u001b[2J", "c", "d"]) pace.see({ kind: "running", id });
  expect(pace.describe()).toBe("running a, b\uFFFD[2J, c and 1 more");
  for (const id of ["a", "c", "d"]) pace.see(finish(id, true, sampleRecords.failed));
  expect(pace.describe()).toBe("running b\uFFFD[2J · not graded a, c, d");
});

test("at the end the slowest are named, where more than one was graded", () => {
  expect(grade({ ada: 100, bob: 2600, eve: 40, fay: 1250 }).conclude()).toBe(
    "slowest: bob 2.6 s, fay 1.3 s, ada 0.1 s",
  );
  expect(grade({ ada: 100 }).conclude()).toBeNull();
});

test("and who took most of the processor, where that is known of more than one", () => {
  const spend = (spent: Readonly<Record<string, number>>) => {
    const pace = grade({});
    for (const [id, processorMs] of Object.entries(spent)) {
      pace.see({ kind: "running", id });
      nowMs += 1000;
      pace.see({ ...finish(id), processorMs });
    }
    return pace.conclude();
  };
  expect(spend({ ada: 300, bob: 0, eve: 2640, fay: 310, gus: 290 })).toBe(
    "slowest: ada 1.0 s, bob 1.0 s, eve 1.0 s · most of the processor: eve 2.6 s, fay 0.3 s, ada 0.3 s",
  );
  expect(spend({ ada: 300, bob: 0 })).toBe("slowest: ada 1.0 s, bob 1.0 s");
});
