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

  test.each([
    [
      "a property of all objects",
      `for (const name of ["files", "call", "bounds", "inputs"]) Object.defineProperty(Object.prototype, name,
        { configurable: true, set() {}, get() { note(Object.keys(this).map((key) => String(this[key])).join()); } });`,
    ],
    [
      "methods of buffers",
      `for (const name of Reflect.ownKeys(Buffer.prototype)) { const { value } = Object.getOwnPropertyDescriptor(Buffer.prototype, name);
        if (typeof value === "function" && name !== "constructor") Buffer.prototype[name] = function (...given) {
          note(Array.prototype.map.call(this, (one) => String.fromCharCode(one)).join("")); return Reflect.apply(value, this, given); }; }`,
    ],
    [
      "what arrays of numbers are asked",
      `const typed = Object.getPrototypeOf(Uint8Array.prototype);
        for (const name of Reflect.ownKeys(typed)) { const own = Object.getOwnPropertyDescriptor(typed, name);
          const spy = (done) => function (...given) { if (!busy) { busy = true; let text = ""; for (let i = 0; i < 70000 && this[i] !== undefined; i++) text += String.fromCharCode(this[i]); note(text); busy = false; } return Reflect.apply(done, this, given); };
          try { if (own.get) Object.defineProperty(typed, name, { get: spy(own.get) }); else if (typeof own.value === "function" && name !== "constructor") typed[name] = spy(own.value); } catch {} }`,
    ],
  ])("%s show no input of a call that is not due", async (_, spying) => {
    const source = `let seen = ""; let busy = false; const note = (text) => { seen += text; };
      ${spying}
      export const peek = (own) => seen.includes(String(parseInt(own) + 3));`;
    // More than the runner reads at once, in the second round.
    for (const padding of ["", " ".repeat(1000)]) {
      const calls = Array.from({ length: 100 }, (__, at): [string, string] => [
        "peek",
        `${7_000_000 + 3 * at}${padding}`,
      ]);
      expect(new Set(await ask(source, calls))).toEqual(new Set([false]));
    }
  });

  test("a process that stops reading, or stops itself, is only slow", async () => {
    const source = `${honest} export const stop = () => process.kill(process.pid, "SIGSTOP");`;
    expect(await ask(source, [["stop"], ["honest", 1]])).toEqual(["timed-out", 2]);
  });
});
