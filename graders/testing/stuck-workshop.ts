/** For a test: a grader whose judging never ends, waiting to be killed. Prints that it is busy. */
import { join } from "node:path";
import { parseLimits } from "../contract/limits";
import { openWorkshop } from "../grade/workshop/workshop";
import { projectRoot } from "./project-root";

const workshop = openWorkshop(
  {
    assignmentModule: require.resolve("./stuck-assignment"),
    seed: "ridgepoint",
    templatesFolder: join(projectRoot, "templates"),
    style: {},
    language: "en",
  },
  { limits: parseLimits({ judgeTimeoutMs: 3_000_000 }), jobs: 2 },
);

async function getStuck(): Promise<void> {
  const give = (value: number) =>
    workshop.judge({
      written: { sources: [], exported: undefined },
      outcomes: [{ kind: "value", value }],
      exports: [],
    });
  await give(15);
  setTimeout(() => console.log("stuck"), 200);
  await give(7001);
}

void getStuck();
