import { shorten } from "../../testing/run-source";
import { ask, honest, run } from "../../testing/short-bench";

describe("interference with the answer channel", () => {
  const write = (bytes: string): string => `require("fs").writeSync(3, Buffer.from(${bytes}))`;
  const frame = (text: string): string =>
    `[0, 0, 0, ${text.length}, ...Buffer.from(${JSON.stringify(text)})]`;

  test.each([
    ["a message that nobody asked for", write(frame('{"id":"x","value":42}'))],
    ["a message without id", write(frame('{"value":42}'))],
    ["something that is no JSON", write(frame("hello"))],
    ["a list instead of a message", write(frame("[]"))],
    ["the announcement of two gigabytes", write("[127, 255, 255, 255]")],
    ["text instead of frames", write('"PASS all tests\\n"')],
    ["closing it", 'require("fs").closeSync(3); for (;;) {}'],
  ])("%s voids what comes after it, and is reported", async (_, deed) => {
    const source = `${honest} export const forge = () => { ${deed}; return 1; };`;
    const result = await run(source, [["honest", 1], ["forge"], ["honest", 2], ["absent"]]);
    expect(shorten(result.outcomes)).toEqual([2, "tampering", "tampering", "tampering"]);
    expect(result.tampering).not.toBeNull();
  });

  test("a message after the last answer is noticed too", async () => {
    const source = `export const f = () => { const fs = require("fs"); const { writeSync } = fs;
      setImmediate(() => {}); process.nextTick(() => {}); queueMicrotask(() => {});
      return { get macs() { ${write(frame('{"id":"x","value":42}'))}; return 1; } }; };`;
    expect((await run(source, [["f"]])).tampering).not.toBeNull();
  });

  test("while loading it fails the load", async () => {
    const { load, tampering } = await run(write(frame('{"id":"x","exports":[]}')), [["f"]]);
    expect(load).toMatchObject({ kind: "failed", outcome: { kind: "tampering" } });
    expect(tampering).not.toBeNull();
  });

  test("a process that stops reading, or stops itself, is only slow", async () => {
    const source = `${honest} export const stop = () => process.kill(process.pid, "SIGSTOP");`;
    expect(await ask(source, [["stop"], ["honest", 1]])).toEqual(["timed-out", 2]);
  });
});
