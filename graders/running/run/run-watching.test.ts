import { ask } from "../../testing/short-bench";

/** Puts a wrapper around every function of the language and of Node's globals, which keeps what it is called on and with. */
const watch = `
const held = []; let isWatching = true;
const { apply, ownKeys, getOwnPropertyDescriptor: describe } = Reflect;
const keep = (one) => { if (one !== null && (typeof one === "object" || typeof one === "function")) held[held.length] = one; };
const spy = (own) => function (...given) {
  if (isWatching && held.length < 100000) { isWatching = false; keep(this); for (let at = 0; at < given.length; at++) keep(given[at]); isWatching = true; }
  return apply(own, this, given);
};
const watchAll = (holder) => { for (const key of ownKeys(holder)) { const { value, writable } = describe(holder, key);
  if (typeof value === "function" && writable && key !== "constructor") try { holder[key] = spy(value); } catch {} } };
const all = Object.getOwnPropertyNames(globalThis).map((name) => describe(globalThis, name).value);
const holders = new Set([...all, process, require("module"), require("module").prototype].filter((one) => one !== null && ["object", "function"].includes(typeof one) && one !== globalThis));
for (const one of [...holders]) if (typeof one.prototype === "object" && one.prototype !== null) holders.add(one.prototype);
for (const one of holders) watchAll(one);
`;

/** Names of the runner's own functions that can be reached from what was kept. */
const search = `
const search = () => { isWatching = false; const seen = new Set(); const found = new Set(); let open = held.slice();
  for (let depth = 0; depth < 4; depth++) { const next = [];
    for (const one of open) { if (seen.has(one)) continue; seen.add(one);
      if (typeof one === "function" && /\\breadSync\\b.*\\b(filled|frame)|\\bdecodeText\\b|\\baddFrame\\b/s.test(Function.prototype.toString.call(one))) found.add(one.name);
      for (const key of Reflect.ownKeys(one)) try { const value = one[key]; if (value !== null && (typeof value === "object" || typeof value === "function")) next.push(value); } catch {} }
    open = next; }
  isWatching = true; return [...found].sort().join(); };
`;

describe("whoever watches every function of the language", () => {
  test.each([
    ["while a module is required at the top level", `require("path");`, ""],
    ["while a module is required in a call", "", `require("url");`],
    ["while calls are answered", "", ""],
  ])("is handed nothing of the runner's: %s", async (_, atTop, inCall) => {
    const source = `${watch} ${search} ${atTop}
      export const look = (x) => { ${inCall} return x < 3 ? { x } : search(); };`;
    expect(
      await ask(
        source,
        [0, 1, 2, 3].map((x): [string, number] => ["look", x]),
      ),
    ).toEqual([{ x: 0 }, { x: 1 }, { x: 2 }, ""]);
  });

  test("keeps none of what is taken from a module", async () => {
    const source = `const real = Object.assign; const kept = [];
      for (const [holder, name] of [[Object, "assign"], [Object, "keys"], [Map.prototype, "get"], [String.prototype, "replace"], [Array.prototype, Symbol.iterator]]) {
        const own = holder[name]; holder[name] = function (...given) { kept[kept.length] = given[0]?.setPriority; return Reflect.apply(own, this, given); }; }
      const os = require("os"); const again = require("node:os");
      export const look = () => { let count = 0; for (let at = 0; at < kept.length; at++) if (typeof kept[at] === "function") count++; return [count, refuses(os), refuses(again)]; };
      const refuses = ({ setPriority }) => { try { setPriority(0, 1); return false; } catch (error) { return /sets no priorities/.test(error.message); } };`;
    expect(await ask(source, [["look"]])).toEqual([[0, true, true]]);
  });
});
