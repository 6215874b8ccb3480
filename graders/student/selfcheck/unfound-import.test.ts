import { look } from "../../testing/sums-selfcheck";

// Real processes: each look starts one, and the first one probes the machine.
jest.setTimeout(60_000);

const lodash = "a submission runs without packages";
const half = "no such .ts file was handed in";

test.each<[string, string, string, string, string]>([
  ["a package's default", 'import _ from "lodash";', "_.add(a, 2)", lodash, "submission.ts:3:15"],
  ["a package's function", "import { add } from 'lodash';", "add(a, 2)", lodash, "submission.ts:3:21"],
  ["all of a package", 'import * as np from "numjs";', "np.add(a, 2)", lodash, "submission.ts:3:21"],
  ["a required package", 'const _ = require("lodash");', "_.add(a, 2)", lodash, "submission.ts:3:11"],
  ["a file that is not there", 'import { half } from "./helper";', "half(a)", half, "submission.ts:3:22"],
  ["one of a folder above", 'import half from "../helper";', "half(a)", half, "submission.ts:3:18"],
])("%s that is used is told first, at the line of its import", async (_, written, used, says, place) => {
  const source = [
    "// lodash numjs ./helper",
    "type Whole = number;",
    written,
    "",
    'export const name = "Ada";',
    `export function addTwo(a: number): Whole { return ${used}; }`,
    `export const doubleIt = (a: number): number => ${used};`,
  ].join("\n");
  const { report, said } = await look({ "submission.ts": source });
  const text = said.join("\n");
  expect(text.indexOf(says)).toBeGreaterThan(-1);
  expect(text).not.toContain("before initialization");
  expect(text).not.toContain("not exported");
  const at = text.slice(text.indexOf(says)).match(/submission\.ts:\d+:\d+/)?.[0];
  expect([report.kind, at]).toEqual(["checked", place]);
  // What is required stops where it stands; what is imported, where it is used.
  expect(report).toMatchObject({ name: { kind: written.includes("require") ? "not-reached" : "named" } });
});
