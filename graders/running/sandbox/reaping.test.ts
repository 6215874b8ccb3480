import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { projectRoot } from "../../testing/project-root";
import { describeWith } from "../../testing/stand-aside";

/** A first process that starts one and waits for that one alone. */
const first = `
  const { spawnSync } = require("node:child_process");
  process.exit(spawnSync(process.execPath, process.argv.slice(1), { stdio: "inherit" }).status);`;
const grader = [
  "--",
  "-r",
  join(projectRoot, "graders/running/from-source.cjs"),
  join(projectRoot, "graders/testing/reaping-grader.ts"),
];

describeWith("bwrap", "where the system's first process reaps nobody", () => {
  test("no submission leaves a dead process behind", () => {
    // Whoever is not root becomes one in a namespace of users, where the kernel may refuse those inside.
    const isRoot = process.getuid?.() === 0;
    const own = [
      ...(isRoot ? [] : ["--user", "--map-root-user"]),
      "--pid",
      "--fork",
      "--mount-proc",
      "--kill-child",
    ];
    const printed = execFileSync("unshare", [...own, process.execPath, "-e", first, ...grader], {
      encoding: "utf8",
    });
    const came = JSON.parse(printed) as { readonly before: readonly string[] };
    expect(came).toMatchObject({
      parent: 1,
      active: expect.arrayContaining(["namespaces"]) as unknown,
      kinds: ["value", "timed-out", "value", "timed-out"],
      left: came.before,
    });
  }, 120_000);
});
