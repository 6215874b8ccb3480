import { connect, createServer, type Socket } from "node:net";
import { join } from "node:path";
import { type Duplex, PassThrough } from "node:stream";
import { makeTemporaryFolder } from "../../testing/temporary-folder";
import { AnswerStream } from "./answer-stream";
import { encodeFrame } from "./frames";

const answers = ["one", "two", "", "x".repeat(200_000), "last"];

interface Ends {
  /** The grader's. */
  readonly near: Duplex;
  readonly far: Duplex;
}

/** Streams as Node gives them, and one that has nothing below it that could be asked to pause. */
const kinds: readonly (readonly [string, () => Promise<Ends>])[] = [
  ["a socket", connectPair],
  [
    "a stream without a handle",
    async () => {
      const both = new PassThrough();
      return { near: both, far: both };
    },
  ],
];

async function connectPair(): Promise<Ends> {
  const folder = await makeTemporaryFolder();
  const path = join(folder.path, "pair");
  const server = createServer();
  const near = new Promise<Socket>((resolve) => server.once("connection", resolve));
  await new Promise<void>((resolve) => server.listen(path, resolve));
  const far = connect(path);
  const ends = { near: await near, far };
  server.close();
  await folder.remove();
  return ends;
}

test.each(kinds)("%s gives every answer once, in its order, rung for or not", async (_, open) => {
  const { near, far } = await open();
  const bell = new PassThrough();
  const heard: string[] = [];
  const stream = new AnswerStream({ channel: near, bell }, 1_000_000, {
    receive: (bodies) => heard.push(...(bodies ?? []).map(String)),
    onNoise: () => heard.push("noise"),
  });
  for (const [at, answer] of answers.entries()) {
    far.write(encodeFrame(answer));
    bell.write("!");
    while (heard.length <= at) await new Promise(setImmediate);
  }
  far.end(encodeFrame("not rung for"));
  while (!(await stream.readOut())) await new Promise(setImmediate);
  expect(heard).toEqual([...answers, "not rung for"]);
});
