import { measureKillPoints } from "./kill-points";

test("a grader that is killed, runs out of disk or is stopped for a while loses nothing, and ends as if undisturbed", async () => {
  const order = {
    kills: 1,
    fullDisks: 1,
    pauses: 1,
    pauseS: 1,
    submissions: 3,
    jobs: 2,
    seed: "test",
  };
  const never = new AbortController().signal;
  const { kills, fullDisks, pauses, lost, wrong, truncated } = await measureKillPoints(order, {
    say: () => {},
    signal: never,
  });
  expect({ lost, wrong, truncated }).toEqual({ lost: [], wrong: [], truncated: [] });
  expect(Object.values(kills).reduce((a, b) => a + b, 0)).toBe(1);
  expect(fullDisks.full).toBe(1);
  expect(pauses).toEqual({ count: 1, seconds: 1 });
}, 600_000);
