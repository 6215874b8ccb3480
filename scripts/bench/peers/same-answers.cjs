/** What a teacher would write with Jest: each function of a student's on the same inputs, held against the expected answers. */
const { readFileSync } = require("node:fs");
const { deserialize } = require("node:v8");
const { toPlain } = require("./plain.cjs");

/** @type {readonly { export: string, args: readonly unknown[], expected: unknown }[]} */
const cases = deserialize(readFileSync(process.env.PEER_CASES));
const names = [...new Set(cases.map((one) => one.export))];

test.each(names)("%s", (name) => {
  const student = require(process.env.PEER_STUDENT);
  for (const { args, expected } of cases.filter((one) => one.export === name))
    expect(toPlain(student[name](...args))).toEqual(expected);
});
