/** Family J: odd and hostile sources, and what must become of each: accepted, or one clear sentence for it alone. */

export interface OddSource {
  readonly name: string;
  /** The bytes of `submission.ts`; honest code is not added. */
  readonly make: () => string | Buffer;
  /** "accepted": `honest(21)` answers 42. Otherwise what the sentence must match. */
  readonly expected: "accepted" | RegExp;
}

const honest = "export const honest = (x: number): number => 2 * x;\n";

export const oddSources: readonly OddSource[] = [
  { name: "empty", make: () => "", expected: "accepted" },
  { name: "byte-order mark", make: () => `\uFEFF${honest}`, expected: "accepted" },
  { name: "Windows line ends", make: () => honest.replaceAll("\n", "\r\n"), expected: "accepted" },
  { name: "old Macintosh line ends", make: () => `// a comment\r${honest}`, expected: "accepted" },
  { name: "no line end", make: () => honest.trim(), expected: "accepted" },
  { name: "hashbang", make: () => `#!/usr/bin/env node\n${honest}`, expected: "accepted" },
  { name: "CommonJS", make: () => "module.exports = { honest: (x) => 2 * x };", expected: "accepted" },
  {
    name: "default object",
    make: () => "export default { honest: (x: number) => 2 * x };",
    expected: "accepted",
  },
  {
    name: "export assignment",
    make: () => "const all = { honest: (x: number) => 2 * x }; export = all;",
    expected: "accepted",
  },
  {
    name: "line of 200 KB",
    make: () => `${honest}export const long = "${"x".repeat(200_000)}";`,
    expected: "accepted",
  },
  { name: "60 000 lines", make: () => `${honest}${"// x\n".repeat(50_000)}`, expected: "accepted" },
  {
    name: "type errors",
    make: () => `${honest}const n: number = "x"; export const m: string = n;`,
    expected: "accepted",
  },
  {
    name: "type bomb",
    make: () =>
      `type B<T, N extends 0[] = []> = N["length"] extends 999 ? T : B<[T, T], [0, ...N]>;\nexport type X = B<1>;\n${honest}`,
    expected: "accepted",
  },
  {
    name: "imports itself",
    make: () => `import * as self from "./submission"; export const own = () => self;\n${honest}`,
    expected: "accepted",
  },
  { name: "eval of its own source", make: () => `eval("1 + 1");\n${honest}`, expected: "accepted" },
  {
    name: "looks like the bundle's wrapper",
    make: () => `${honest}/* }) }; load("./runner"); // */`,
    expected: "accepted",
  },
  {
    name: "closes the wrapper",
    make: () => `}); require("node:fs").writeSync(3, "x"); (function () {\n${honest}`,
    expected: /^submission\.ts.*\.$/,
  },
  {
    name: "source map to a private file",
    make: () => `${honest}//# sourceMappingURL=file:///etc/passwd`,
    expected: "accepted",
  },
  {
    name: "pragma of another compiler",
    make: () => `/** @jsxRuntime classic @jsx evil */\n/// <reference path="/etc/passwd" />\n${honest}`,
    expected: "accepted",
  },
  {
    name: "no text",
    make: () => Buffer.from([0x81, 0x28, 0x0a]),
    expected: /^submission\.ts is not UTF-8 text/,
  },
  { name: "NUL character", make: () => `${honest}\0`, expected: /NUL character/ },
  { name: "too large", make: () => "x".repeat(300_000), expected: /larger than 256 KiB/ },
  {
    name: "syntax error",
    make: () => "export const a = ;",
    expected: /^submission\.ts, line 1: Expression expected\.$/,
  },
  { name: "1001 brackets", make: () => "[".repeat(1001), expected: /more than 1000 brackets/ },
  { name: "40 KB of brackets", make: () => "(".repeat(40_000), expected: /more than 1000 brackets/ },
  {
    name: "bracketless nesting",
    make: () => `export const a = ${"!".repeat(60_000)}1;\n${honest}`,
    expected: /crashes the compiler|took longer|\.$/,
  },
  {
    name: "long sum",
    make: () => `export const a = ${"1+".repeat(100_000)}1;`,
    expected: /crashes the compiler/,
  },
  {
    name: "nested conditionals",
    make: () => `export const a = ${"1?".repeat(20_000)}1${":1".repeat(20_000)};`,
    expected: /crashes the compiler|nested too deeply/,
  },
  {
    name: "nested arrow functions",
    make: () => `export const a = ${"x=>".repeat(20_000)}1;`,
    expected: /crashes the compiler/,
  },
  {
    name: "throws while it is loaded",
    make: () => 'throw new Error("no");',
    expected: /stops with an error while it is loaded: Error: no/,
  },
  {
    name: "never settles while it is loaded",
    make: () => `await new Promise(() => {});\n${honest}`,
    expected: /await/,
  },
  {
    name: "never ends while it is loaded",
    make: () => "for (;;) {}",
    expected: /takes longer than .* to load/,
  },
  {
    name: "unknown package",
    make: () => `import _ from "left-pad"; _();\n${honest}`,
    expected: /runs without packages/,
  },
  {
    name: "source map without end",
    make: () => `${honest}\n//# sourceMappingURL=/dev/zero\n`,
    expected: "accepted",
  },
  { name: "exports no functions", make: () => "module.exports = 5 as never;", expected: /exports a number/ },
];
