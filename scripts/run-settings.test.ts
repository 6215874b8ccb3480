import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runHere } from "../graders/testing/run-verb";
import { makeTemporaryFolder, type TemporaryFolder } from "../graders/testing/temporary-folder";
import { grade } from "./grade";
import { promote } from "./promote";
import { regrade } from "./regrade";
import { replay } from "./replay";
import { addRunOptions, readRunSettings } from "./run-settings";
import { concludeCommand, createCommand } from "./terminal/command-line";
import { worker } from "./worker";

let folder: TemporaryFolder;
let config: string;
beforeAll(async () => {
  folder = await makeTemporaryFolder();
  config = join(folder.path, "settings.json");
  await writeFile(config, JSON.stringify({ sandbox: "required", limits: { callMs: 1, loadMs: 2 } }));
});
afterAll(() => folder.remove());

test.each<[string[], string, object]>([
  [[], "required", { callMs: 1, loadMs: 2 }],
  [["--sandbox", "none", "--limit", "callMs=3"], "none", { callMs: "3", loadMs: 2 }],
  [["--sandbox", "auto"], "auto", { callMs: 1, loadMs: 2 }],
])("what is typed (%j) wins over the settings file", async (typed, sandboxMode, limits) => {
  const command = addRunOptions(createCommand("any", "runs something"));
  command.parse(["node", "any", "--config", config, ...typed]);
  expect(await readRunSettings(command)).toEqual({ sandboxMode, limits });
});

test.each(Object.entries({ grade, worker, regrade, promote, replay }))(
  "%s takes the same flags about how submissions are run",
  async (_, verb) => {
    const run = (...args: string[]) =>
      runHere((argv) => concludeCommand((signal) => verb(signal, argv)), args);
    const { code, stderr } = await run("--config", config, "--limit", "callMs=5", "--sandbox", "maybe");
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/maybe.*Allowed choices.*auto, required, none/),
    ]);
  },
);
