import { createPool } from "./pool";

/** A task that records how many run beside it, and ends when told. */
function createTask() {
  let finish: () => void = () => {};
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  return { run: () => done, finish: () => finish() };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

test("never more tasks run at once than there are places, and all of them end", async () => {
  const pool = createPool(3);
  let running = 0;
  let most = 0;
  const work = async (index: number) => {
    most = Math.max(most, ++running);
    await settle();
    running--;
    return index;
  };
  const results = await Promise.all(Array.from({ length: 20 }, (_, index) => pool.add(() => work(index))));
  expect(results).toEqual(Array.from({ length: 20 }, (_, index) => index));
  expect(most).toBe(3);
});

test("a failing task fails its own promise and frees its place", async () => {
  const pool = createPool(1);
  await expect(pool.add(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  await expect(pool.add(async () => 7)).resolves.toBe(7);
});

test("a task that asks to run alone waits for the others and holds back new ones", async () => {
  const pool = createPool(2);
  const events: string[] = [];
  const other = createTask();
  const lonely = createTask();
  const asking = pool.add(async () => {
    await pool.runAlone(async () => {
      events.push("alone");
      await lonely.run();
      events.push("no longer alone");
    });
  });
  const running = pool.add(() => other.run().then(() => void events.push("other ended")));
  const later = pool.add(async () => void events.push("later"));
  await settle();
  expect(events).toEqual([]);
  other.finish();
  await settle();
  expect(events).toEqual(["other ended", "alone"]);
  lonely.finish();
  await Promise.all([asking, running, later]);
  expect(events).toEqual(["other ended", "alone", "no longer alone", "later"]);
});

test("a task that asks to run alone over and over lets others start in between", async () => {
  const pool = createPool(2);
  const events: string[] = [];
  const greedy = async (name: string): Promise<void> => {
    for (let time = 0; time < 3; time += 1) await pool.runAlone(async () => void events.push(name));
  };
  const others = ["1", "2", "3", "4"].map((name) => async (): Promise<void> => void events.push(name));
  await Promise.all([() => greedy("a"), () => greedy("b"), ...others].map((task) => pool.add(task)));
  expect(events.join("")).toMatch(/^a12b34/);
  expect([...events].sort().join("")).toBe("1234aaabbb");
});

test("what is added while a task runs alone waits", async () => {
  const pool = createPool(2);
  const lonely = createTask();
  const events: string[] = [];
  const asking = pool.add(() => pool.runAlone(lonely.run));
  await settle();
  const later = pool.add(async () => void events.push("later"));
  await settle();
  expect(events).toEqual([]);
  lonely.finish();
  await Promise.all([asking, later]);
  expect(events).toEqual(["later"]);
});

test("two tasks that ask to run alone take turns", async () => {
  const pool = createPool(2);
  let alone = 0;
  const ask = () =>
    pool.add(() =>
      pool.runAlone(async () => {
        expect(++alone).toBe(1);
        await settle();
        alone--;
        return "done";
      }),
    );
  await expect(Promise.all([ask(), ask(), ask()])).resolves.toEqual(["done", "done", "done"]);
});
