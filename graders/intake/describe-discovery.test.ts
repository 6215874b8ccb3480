import { look, writeAll } from "../testing/hand-in";
import { say } from "../testing/say";
import { describeDiscovery } from "./describe-discovery";

const code = "export const f = () => 1;\n";
const describe = async (): Promise<readonly string[]> => describeDiscovery(await look("class")).map(say);

test("copies of what was handed out are a line for all who have them, below what one person alone handed in", async () => {
  for (const id of "abcdefghijklmnopqrst")
    writeAll(`class/${id}`, { "submission.ts": code, "README.md": "# Read me", "assignment.ipynb": "{}" });
  writeAll("class/zed", { "submission.ts": code, "report.pdf": "%PDF" });
  const lines = await describe();
  expect(lines.map((line) => line.replace(/^not taken: /, "").split(" is ")[0])).toEqual([
    "zed: report.pdf",
    "a, b, c and 17 more: README.md",
    "a, b, c and 17 more: assignment.ipynb",
  ]);
});

test("of many files, each of one person, ten are named, and how many more there are", async () => {
  for (const id of "abcdefghijkl") writeAll(`class/${id}`, { "submission.ts": code, [`${id}.pdf`]: "%PDF" });
  const lines = await describe();
  expect(lines.slice(9)).toEqual([expect.stringContaining("j: j.pdf"), "not taken: 2 more"]);
});
