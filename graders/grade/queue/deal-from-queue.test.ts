import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { UsageError } from "../../contract/faults";
import type { SubmissionRecord } from "../../contract/record";
import type { FoundSubmission } from "../../contract/submission";
import { type RedisServer, startRedis } from "../../testing/redis-server";
import { describeWith } from "../../testing/stand-aside";
import { makeTemporaryFolder, type TemporaryFolder } from "../../testing/temporary-folder";
import type { Batch } from "../grade-request";
import { openQueue } from "./bullmq";
import { nameJobs, nameQueue } from "./class-jobs";
import { dealFromQueue, type QueueOptions } from "./deal-from-queue";

const facts = {
  assignment: { id: "toy" },
  producer: { name: "ridgepoint", version: "1" },
  rubricDigest: "sha256:1",
  planDigest: "sha256:2",
  seedDigest: "sha256:3",
} as Batch["facts"];
const find = (id: string) => ({ kind: "submission", id, contentDigest: `sha256:${id}` }) as FoundSubmission;
const submissions = ["ann", "bob", "cy"].map(find);
const recordOf = ({ id }: FoundSubmission) => ({ submission: { id } }) as SubmissionRecord;

test.each([
  [
    "nobody listens there",
    "redis://ann:geheim@127.0.0.1:1",
    /Redis server at redis:\/\/…@127\.0\.0\.1:1, got .*/,
  ],
  ["it is no address", "ann:geheim@host", /^--queue: expected redis:\/\/host:port, .*, got …@host$/],
  [
    "it is another protocol",
    "http://ann:geheim@host",
    /^--queue: expected redis:\/\/host:port, .* got http:\/\/…@host/,
  ],
  ["there is no such socket", "/nowhere/redis.sock", /^--queue: .* \/nowhere\/redis\.sock, got .*ENOENT/],
])("a queue is refused without its password where %s", async (_, address, says) => {
  const deal = dealFromQueue({ address, jobs: 1, redeliverMs: 60_000 });
  const refused = await deal({ facts, submissions, record: async () => recordOf(find("ann")) }).catch(
    (error: unknown) => error,
  );
  expect(refused).toBeInstanceOf(UsageError);
  expect((refused as Error).message).toMatch(says);
  expect((refused as Error).message).not.toContain("geheim");
});

describeWith("redis-server", "a deal from a queue", () => {
  let folder: TemporaryFolder;
  let redis: RedisServer;
  let runs = 0;
  let batch: Batch;
  let recorded: string[];
  beforeAll(async () => {
    folder = await makeTemporaryFolder();
    redis = await startRedis(folder.path);
  });
  afterAll(async () => {
    await redis.stop();
    await folder.remove();
  });
  beforeEach(() => {
    runs += 1;
    recorded = [];
    batch = {
      facts: { ...facts, planDigest: `sha256:${runs}` },
      submissions,
      record: async (found) => {
        recorded.push(found.id);
        return recordOf(found);
      },
    };
  });

  /** What a worker begun anew would be given again comes at once, or not in this test. */
  const deal = (options: Partial<QueueOptions> = {}) =>
    dealFromQueue({ address: redis.address, jobs: 1, redeliverMs: 60_000, ...options });
  async function enqueue(): Promise<void> {
    const queue = await openQueue(redis.address, nameQueue(batch.facts, submissions));
    await queue.add([...nameJobs(submissions).keys()]);
    await queue.close();
  }

  test("grades everything once, and nothing a second time", async () => {
    await enqueue();
    const records = await deal()(batch);
    expect(records.map((one) => one.submission.id)).toEqual(["ann", "bob", "cy"]);
    await enqueue();
    expect(await deal()(batch)).toEqual([]);
    expect(recorded).toEqual(["ann", "bob", "cy"]);
  });

  test("grades again what was lost, when that is asked", async () => {
    await enqueue();
    await deal()(batch);
    const queue = await openQueue(redis.address, nameQueue(batch.facts, submissions));
    await queue.reopen();
    await queue.close();
    await deal()(batch);
    expect([...recorded].sort()).toEqual(["ann", "ann", "bob", "bob", "cy", "cy"]);
  });

  test.each([
    ["another seed", { facts: { ...facts, seedDigest: "sha256:9" } }],
    ["another rubric", { facts: { ...facts, rubricDigest: "sha256:9" } }],
    ["another version", { facts: { ...facts, producer: { name: "ridgepoint", version: "2" } } }],
    [
      "another hand-in",
      { submissions: [...submissions.slice(1), { ...find("ann"), contentDigest: "sha256:9" }] },
    ],
    ["a class with one more", { submissions: [...submissions, find("dan")] }],
  ])("is refused under %s than the class was put in with", async (_, change) => {
    batch = { ...batch, facts };
    await enqueue();
    const refused = deal()({ ...batch, ...(change as Partial<Batch>) });
    await expect(refused).rejects.toThrow(
      /^--queue: expected \d submissions .*, got 0; put it in with --enqueue/,
    );
  });

  test("what a worker's disk refuses, or its interrupt cuts short, goes back at once to the others", async () => {
    await enqueue();
    const full = async () => Promise.reject(new Error("the disk is full"));
    await expect(deal()({ ...batch, record: full })).rejects.toThrow("the disk is full");
    const interrupt = new AbortController();
    const cut = async () => {
      interrupt.abort(new Error("interrupted"));
      throw new Error("cut short");
    };
    const { signal } = interrupt;
    await expect(deal({ signal })({ ...batch, record: cut })).rejects.toThrow("interrupted");
    await deal()(batch);
    expect([...recorded].sort()).toEqual(["ann", "bob", "cy"]);
  });

  test("is interrupted while it waits for what others have begun", async () => {
    await enqueue();
    let begin: () => void = () => {};
    let end: () => void = () => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const mayEnd = new Promise<void>((resolve) => {
      end = resolve;
    });
    const slow = async (found: FoundSubmission) => {
      begin();
      await mayEnd;
      return recordOf(found);
    };
    const other = deal({ jobs: 3 })({ ...batch, record: slow });
    await begun;
    await sleep(300);
    const interrupt = new AbortController();
    const idle = deal({ signal: interrupt.signal })(batch);
    setTimeout(() => interrupt.abort(new Error("interrupted")), 700);
    await expect(idle).rejects.toThrow("interrupted");
    end();
    expect(await other).toHaveLength(3 - recorded.length);
  });

  test("whose server forgot the class meanwhile says so", async () => {
    const place = join(folder.path, "forgetful");
    await mkdir(place);
    let forgetful = await startRedis(place);
    const queue = await openQueue(forgetful.address, nameQueue(batch.facts, submissions));
    await queue.add([...nameJobs(submissions).keys()]);
    await queue.close();
    const record = async (found: FoundSubmission) => {
      await forgetful.stop();
      forgetful = await startRedis(place);
      return recordOf(found);
    };
    const broken = deal({ address: forgetful.address })({ ...batch, record });
    await expect(broken).rejects.toThrow(/expected 3 submissions of this class, got 0/);
    await forgetful.stop();
  });

  test("is interrupted at once while the server is away", async () => {
    const place = join(folder.path, "away");
    await mkdir(place);
    const away = await startRedis(place);
    const queue = await openQueue(away.address, nameQueue(batch.facts, submissions));
    await queue.add([...nameJobs(submissions).keys()]);
    await queue.close();
    const interrupt = new AbortController();
    const record = async () => {
      await away.stop();
      await sleep(1500);
      interrupt.abort(new Error("interrupted"));
      throw new Error("cut short");
    };
    const { signal } = interrupt;
    await expect(deal({ address: away.address, signal })({ ...batch, record })).rejects.toThrow(
      "interrupted",
    );
  });
});
