import type { Submission } from "../../contract/submission";
import { makeJudged } from "../../testing/sample-class";
import { explainedBy, makeVerdict } from "../../testing/sample-verdicts";
import { readWork } from "./class-work";
import { findSimilar } from "./fingerprints";
import { findRareAnswers, listSharedRare } from "./rare-answers";
import { findSameWork, leaveOneOfEach } from "./same-work";
import { listTokens } from "./tokens";

const long = `
export function standardConv({ hOut, wOut, cIn, cOut, kernel }: Conv) {
  const perPixel = kernel * kernel * cIn; // one window
  let total = 0;
  for (let row = 0; row < hOut; row += 1) total += wOut * perPixel * cOut;
  const text = \`\${total} of \${hOut}\`;
  if (total % 2 === 1) throw new Error("odd: " + text);
  return { macs: total, flops: 2 * total };
}
`;
const renamed = `${long.replaceAll("perPixel", "w").replaceAll("total", "t").replaceAll("odd", "x")}\nconst z = /a"b/;`;
const own = `
export const standardConv = (conv: Conv) => {
  const { macs } = [conv.cIn, conv.cOut, conv.hOut, conv.wOut, conv.kernel ** 2].reduce(
    (before, one) => ({ macs: before.macs * one }), { macs: 1 });
  return { macs, flops: macs + macs };
};
`;

const handIn = (id: string, text: string, digest = id): Submission => ({
  kind: "submission",
  id,
  entry: "submission.ts",
  files: [{ path: "submission.ts", text, bytes: text.length }],
  contentDigest: digest,
});
const readAll = (...all: readonly Submission[]) => all.map(readWork);

test("a comment, however long, hides nothing behind it", async () => {
  const works = readAll(
    handIn("ada", long),
    handIn("bob", `/* ${"so it is ".repeat(30_000)} */\n${renamed}`),
  );
  const pairs = await findSimilar({ works, given: [], mostPairs: 9 });
  expect(pairs.map(({ left, right }) => [left.id, right.id])).toEqual([["ada", "bob"]]);
});

test("tokens are the same whatever the blanks and comments, and hold templates and patterns whole", () => {
  const source = "const a = `x#{ b /* c */ }y#{ {d: 1}.d }` / /[/]'/g; // e".replaceAll("#", "$");
  const close = "/** x */ const a=`x#{b}y#{{d:1}.d}`\n/ /[/]'/g;".replaceAll("#", "$");
  const texts = (text: string) => listTokens(text).map((token) => token.text);
  expect(texts(source).join(" ")).toBe(
    "const a = `x#{ b }y#{ { d : 1 } . d }` / /[/]'/g ;".replaceAll("#", "$"),
  );
  expect(texts(close)).toEqual(texts(source));
  expect(listTokens("let a;\n  b").map(({ start }) => [start.line, start.column])).toEqual([
    [0, 0],
    [0, 4],
    [0, 5],
    [1, 2],
  ]);
});

test.each(["", "`${", "/", "'", "}}}", "(".repeat(30_000), "\ud800\0#!", "/*"])(
  "%p is no stumbling block",
  (text) => {
    expect(listTokens(text).length).toBeLessThanOrEqual(text.length);
  },
);

test("the same files stand together, and with them what differs in formatting and comments alone", () => {
  const works = readAll(
    handIn("ann", long, "one"),
    handIn("ben", long, "one"),
    handIn("cem", long.replace("// one window", "").replaceAll("  ", "\t"), "two"),
    handIn("dia", renamed),
    handIn("eve", ""),
    handIn("fay", "// nothing"),
  );
  expect(findSameWork(works)).toEqual({ files: [["ann", "ben"]], tokens: [["ann", "ben", "cem"]] });
  expect(leaveOneOfEach(works).map(({ id }) => id)).toEqual(["ann", "dia", "eve"]);
});

test("renamed work reads alike, own work does not, and what everybody was given does not count", async () => {
  const works = readAll(handIn("ann", long), handIn("ben", renamed), handIn("cem", own));
  const [pair, ...others] = await findSimilar({ works, given: [], mostPairs: 9 });
  expect(others).toEqual([]);
  expect([pair?.left.id, pair?.right.id]).toEqual(["ann", "ben"]);
  expect(pair?.share).toBeGreaterThan(0.9);
  expect(pair?.longest).toBeGreaterThan(80);
  expect([...(pair?.left.lines ?? [])]).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(await findSimilar({ works, given: [listTokens(long)], mostPairs: 9 })).toEqual([]);
});

test("what many write alike is how it is written, and is no pair", async () => {
  const works = readAll(...["a", "b", "c", "d", "e", "f"].map((id) => handIn(id, `${long}\n// ${id}`)));
  expect(await findSimilar({ works, given: [], mostPairs: 9 })).toEqual([]);
});

test("a wrong answer that two gave and hardly anybody else is rare; a frequent one and a right one are not", () => {
  const judge = (id: string, came: string, points: string) => {
    const record = makeJudged(id, [makeVerdict("padding", [points, "1"], explainedBy("twice"))]);
    return JSON.parse(JSON.stringify(record).replaceAll("came-4242", came));
  };
  const records = [
    ...["ann", "ben"].map((id) => judge(id, "17", "0")),
    ...["cem", "dia"].map((id) => judge(id, "9", "1")),
    ...["eve", "fay", "gil", "hal"].map((id) => judge(id, "8", "0")),
  ];
  const silent = (id: string) => makeJudged(id, [makeVerdict("padding", ["0", "1"], { kind: "unanswered" })]);
  const rare = findRareAnswers([...records, silent("ida"), silent("jon")]);
  expect([...rare.keys()]).toEqual(["ann", "ben"]);
  expect(listSharedRare(rare, "ann", "ben")).toEqual(["padding"]);
  expect(listSharedRare(rare, "ann", "eve")).toEqual([]);
});

test.each([";", "a = b + 1;\n", "if (a) { f(b, c); }\nelse g();\n"])(
  "work that says %j over and over is compared in the end, and what else is alike in it still shows",
  async (again) => {
    const [left, right] = ["ann", "bob"].map((id, at) =>
      handIn(id, long + again.repeat(8000 / again.length + at)),
    );
    if (left === undefined || right === undefined) throw new Error("there are two");
    const [pair] = await findSimilar({
      works: readAll(left, right, handIn("zoe", own)),
      given: [],
      mostPairs: 5,
    });
    expect(pair).toMatchObject({ left: { id: "ann" }, right: { id: "bob" } });
    expect(pair?.left.lines).toContain(3);
  },
);
