import { measureKillPoints } from "./kill-points";

test("a grader that is killed, runs out of disk or is stopped for a while loses nothing, and ends as if undisturbed", async () => {
  const order = {
    kills: 3,
    fullDisks: 2,
    pauses: 1,
    pauseS: 3,
    submissions: 4,
    jobs: 2,
    seed: "test",
  };
  const never = new AbortController().signal;
  const { kills, fullDisks, pauses, lost, wrong, truncated } = await measureKillPoints(order, {
    say: () => {},
    signal: never,
  });
  expect({ lost, wrong, truncated }).toEqual({ lost: [], wrong: [], truncated: [] });
  expect(Object.values(kills).reduce((a, b) => a + b, 0)).toBe(3);
  expect(fullDisks.full).toBe(2);
  expect(pauses).toEqual({ count: 1, seconds: 3 });
}, 600_000);
