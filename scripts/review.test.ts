import { get } from "node:http";
import { join } from "node:path";
import { openStore } from "../graders/records/store";
import { runHere } from "../graders/testing/run-verb";
import { sampleRecords } from "../graders/testing/sample-class";
import { makeTemporaryFolder, type TemporaryFolder } from "../graders/testing/temporary-folder";
import { review } from "./review";
import { concludeCommand } from "./terminal/command-line";

let out: TemporaryFolder;
beforeAll(async () => {
  out = await makeTemporaryFolder();
  await openStore(out.path).writeRecord(sampleRecords.mixed);
});
afterAll(() => out.remove());

const run = (signal: AbortSignal, ...args: string[]) =>
  runHere((argv) => concludeCommand(() => review(signal, argv)), args);
const ended = AbortSignal.abort();

test.each<[string, string[], RegExp]>([
  ["no initials", [], /--by/],
  ["blank initials", ["--by", " "], /--by: expected initials/],
  ["a port that is none", ["--by", "AB", "--port", "0"], /from 1 to 65535/],
])("%s is said in one line with exit code 1", async (_, args, complaint) => {
  const { code, stderr } = await run(ended, out.path, ...args);
  expect([code, stderr.trim().split("\n").length]).toEqual([1, 1]);
  expect(stderr).toMatch(complaint);
});

test("a folder that holds no class is refused and not made", async () => {
  const nowhere = join(out.path, "nowhere");
  expect(await run(ended, nowhere, "--by", "AB")).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("expected the folder of a graded class"),
  });
});

test("it prints a link to this machine, answers there, and ends when it is interrupted", async () => {
  const controller = new AbortController();
  const running = run(controller.signal, out.path, "--by", "AB");
  setTimeout(() => controller.abort(), 100);
  const { code, stdout } = await running;
  expect([code, stdout]).toEqual([
    0,
    expect.stringMatching(/^lets one browser in, once: http:\/\/127\.0\.0\.1:\d+\/enter\?token=[\w-]{43}\n$/),
  ]);
  const link = stdout.trim().split(" ").at(-1) ?? "";
  const gone = new Promise((resolve) => get(link, resolve).on("error", resolve));
  expect(await gone).toMatchObject({ code: "ECONNREFUSED" });
});
