import { take, writeAll } from "../../testing/hand-in";

const write = (value: number): string => `export const f = () => ${value};\n`;

test.each([
  ["9", "10"],
  ["5111", "5112"],
  ["10000000000000111", "10000000000000112"],
])("of uploads %s and %s with one name the later one counts", async (earlier, later) => {
  for (const [folder, ids] of Object.entries({ a: [earlier, later], b: [later, earlier] })) {
    for (const id of ids) writeAll(folder, { [`hh_8_${id}_submission.ts`]: write(Number(id === later)) });
    const { files } = await take(folder, "hh_8");
    expect(files.map(({ text }) => text)).toEqual([write(1)]);
  }
});

const attempt = (n: number, upload: number) => ({
  [`ee_5_${upload}_submission-${n}.ts`]: 'export * from "./rest";\n',
  [`ee_5_${upload + 1}_rest-${n}.ts`]: write(n),
});

test("files that were handed in again with the submission go with it", async () => {
  writeAll("class", { ...attempt(1, 11), ...attempt(2, 21) });
  const { files } = await take("class", "ee_5");
  expect(files.map(({ path, text }) => [path, text])).toEqual([
    ["rest.ts", write(2)],
    ["submission.ts", 'export * from "./rest";\n'],
  ]);
});

test.each([["submission.ts"], ["submission-1.ts", "submission-2.ts"]])(
  "files that are numbered by their author stay two, beside %j",
  async (...entries) => {
    const text = 'import "./lab-1";\nimport "./lab-2";\nexport {};\n';
    writeAll("class", Object.fromEntries(entries.map((name, at) => [`ee_5_${at}_${name}`, text])));
    writeAll("class", { "ee_5_7_lab-1.ts": write(1), "ee_5_8_lab-2.ts": write(2) });
    const { files } = await take("class", "ee_5");
    expect(files.slice(0, 2).map(({ text: one }) => one)).toEqual([write(1), write(2)]);
  },
);
