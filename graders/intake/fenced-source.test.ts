import { endInTime } from "../testing/end-in-time";
import { good, take, writeAll } from "../testing/hand-in";
import { readFenced } from "./fenced-source";

const code = `${good}export function padding() {\n  return 1;\n}`;

const wraps: readonly (readonly [string, string, string])[] = [
  ["```ts\n", "\n```\n", "\n\n"],
  ["```typescript\r\n", "\r\n```", "\r\n"],
  ["\n~~~\n", "\n~~~\n\n", "\n\n\n"],
  ["```\n", "", ""],
  ["```ts\n", "\n```\nI hope that this helps!\n", "\n\n\n"],
];

describe.each(wraps)("a source between %j and %j", (start, end, rest) => {
  test.each(["submission.ts", "submission.js", "submission.ts.txt", "work/solution.ts"])(
    "is taken as %s without them, each line where it stood",
    async (name) => {
      writeAll("class/ann", { [name]: `${start}${code}${end}` });
      const { files, remarks } = await take("class", "ann");
      const above = start.startsWith("\n") ? "\n\n" : "\n";
      const [file] = files;
      expect(file?.text.replace(/\r/g, "")).toBe(`${above}${code}${rest.replace(/\r/g, "")}`);
      expect(file?.bytes).toBe(Buffer.byteLength(file?.text ?? ""));
      expect(remarks).toContainEqual({ code: "fence-removed", file: name });
    },
  );

  test("is taken so where it is imported", async () => {
    writeAll("class/ann", {
      "submission.ts": 'export { padding } from "./p";\n',
      "p.ts": `${start}${code}${end}`,
    });
    const { files, remarks } = await take("class", "ann");
    expect(files.find(({ path }) => path === "p.ts")?.text).toContain("padding");
    expect(remarks).toEqual([{ code: "fence-removed", file: "p.ts" }]);
  });
});

test.each([code, "const a = `\n```;\n", "// ```\n", "", "``;\n", "`x`"])(
  "%j has no fence around it",
  (text) => {
    expect(readFenced(text)).toBeNull();
  },
);

test("costs no time", () => {
  for (const piece of ["```\n", "```ts ", " ", "~~~", "\n"])
    expect(endInTime(() => readFenced(`\`\`\`\n${piece.repeat(300_000)}`))).not.toBeNull();
});
