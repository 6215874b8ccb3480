import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../graders/testing/project-root";
import { bin, scripts } from "../package.json";

/** As `npx ridgepoint` starts it, from a folder that is another one. */
function start(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(projectRoot, bin.ridgepoint), ...args],
    {
      cwd: tmpdir(),
      encoding: "utf8",
    },
  );
  return { status, stdout, stderr };
}

const verbs = Object.entries(scripts)
  .filter(([, line]) => line.split(".ts").length === 2 && / scripts\/[\w-]+\.ts$/.test(line))
  .map(([name]) => name);

test("every verb of package.json is one of the program's", () => {
  expect(verbs.length).toBeGreaterThan(20);
  expect(start("--help")).toMatchObject({ status: 0, stderr: "" });
  const [, list = ""] = /<(.*)>/.exec(start().stdout) ?? [];
  expect(list.split(" | ")).toEqual(verbs);
});

test("a verb prints what its npm script prints, with flags and exit code", () => {
  expect(start("compare", "--help")).toMatchObject({ status: 0, stderr: "" });
  expect(start("compare", "--help").stdout).toContain("Usage: npm run compare");
  const missing = start("report", "no-such-folder");
  expect(missing.status).toBe(1);
  expect(missing.stderr).toContain("no-such-folder");
});

test.each(["grde", "test", "check"])("%s is no verb, said in one line", (name) => {
  const { status, stdout, stderr } = start(name);
  expect([status, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(new RegExp(`^error: unknown verb '${name}', expected one of grade, .*\n$`));
});
