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
      `for (const name of ["files", "call", "bounds", "inputs", "errno", "error"]) try { Object.defineProperty(Object.prototype, name,
        { configurable: true, set() {}, get() { note(Object.keys(this).map((key) => String(this[key])).join()); } }); } catch {}`,
    ],
    [
      "sizes below those that are locked",
      `const size = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), "byteLength").get;
        const spy = { configurable: true, get() { const found = size.call(this); if (!busy) { busy = true; note(String.fromCharCode(...new Uint8Array(this.buffer).slice(0, 60000))); busy = false; } return found; } };
        for (const one of [Buffer.prototype, Uint8Array.prototype]) try { Object.defineProperty(one, "byteLength", spy); } catch {}
        try { Object.setPrototypeOf(Buffer.prototype, Object.create(Uint8Array.prototype, { byteLength: spy })); } catch {}`,
    ],
    [
      "the constructor behind buffers",
      `const made = []; try { Object.setPrototypeOf(Buffer[Symbol.species], function (...given) { const one = Reflect.construct(Uint8Array, given, new.target); made.push(one); return one; }); } catch {}
        Object.defineProperty(globalThis, "busy", { get() { for (const one of made) seen += String.fromCharCode(...one.slice(0, 60000)); return false; } });`,
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
      export const peek = (own) => { void globalThis.busy; return seen.includes(String(parseInt(own) + 3)); };`;
    // More than the runner reads at once, in the second round.
    for (const padding of ["", " ".repeat(1000)]) {
      const calls = Array.from({ length: 100 }, (__, at): [string, string] => [
        "peek",
        `${7_000_000 + 3 * at}${padding}`,
      ]);
      expect(new Set(await ask(source, calls))).toEqual(new Set([false]));
    }
  });

  /** Each gives the text of a picture of the heap, as far as there is a way. */
  const pictures = {
    required: `read(require("v8"))`,
    "got another way": `read(process.getBuiltinModule("v8"))`,
    "required by a new require": `read(require("module").createRequire("/a.js")("v8"))`,
    "of the engine's objects": `(() => { const found = []; const inspect = Symbol.for("nodejs.util.inspect.custom");
      Buffer.prototype[inspect] = Uint8Array.prototype[inspect] = function () { found.push(String.fromCharCode(...this.subarray(0, 20000))); return ""; };
      require("v8").queryObjects(Uint8Array, { format: "summary" }); require("v8").queryObjects(Buffer, { format: "summary" }); return found.join(); })()`,
    "by the inspector": `(() => { const { Session } = require("inspector"); const session = new Session(); session.connect(); let text = "";
      session.on("HeapProfiler.addHeapSnapshotChunk", ({ params }) => { text += params.chunk; });
      session.post("HeapProfiler.takeHeapSnapshot", { captureNumericValue: true }); return text; })()`,
    "by the inspector's binding": `(() => { let text = ""; const { Connection } = process.binding("inspector");
      const connection = new Connection((message) => { text += message; });
      connection.dispatch('{"id":1,"method":"HeapProfiler.takeHeapSnapshot"}'); return text; })()`,
  };

  test.each(Object.entries(pictures))(
    "a picture of the heap, %s, shows no input that is not due",
    async (_, take) => {
      const source = `const read = async (v8) => { let text = ""; for await (const chunk of v8.getHeapSnapshot({ exposeNumericValues: true })) text += chunk; return text; };
      const chars = async () => { try { return [...new Set((await ${take}).match(/input number \\d+ of many/g) ?? [])].length; } catch (e) { return String(e.message); } };
      export const peek = async () => chars();`;
      const calls = Array.from({ length: 3 }, (__, at): [string, string] => [
        "peek",
        `input number ${at} of many`,
      ]);
      const seen = await ask(source, calls);
      // What was due before may still be there.
      expect(seen.filter((count, at) => typeof count === "number" && count > at + 1)).toEqual([]);
      expect(seen).not.toContain("timed-out");
    },
  );

  test("a process that stops reading, or stops itself, is only slow", async () => {
    const source = `${honest} export const stop = () => process.kill(process.pid, "SIGSTOP");`;
    expect(await ask(source, [["stop"], ["honest", 1]])).toEqual(["timed-out", 2]);
  });
});
