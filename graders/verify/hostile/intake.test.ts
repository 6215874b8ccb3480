import type { Compiler } from "../../contract/compiled";
import { parseLimits } from "../../contract/limits";
import { startCompiler } from "../../running/compile/compile";
import { createSandbox, type Sandbox } from "../../running/sandbox/sandbox";
import { oddFolders } from "./folders";
import { runOddFolder, runOddSource } from "./intake";
import { hostileLimits } from "./limits";
import { oddSources } from "./sources";

const limits = parseLimits(hostileLimits);
let compiler: Compiler;
let sandbox: Sandbox;

beforeAll(async () => {
  compiler = startCompiler(limits);
  sandbox = await createSandbox("auto", limits, compiler);
}, 120_000);
afterAll(async () => {
  await sandbox.close();
  await compiler.close();
});

describe("what is odd before it runs comes out as it should", () => {
  test.each(oddSources.map((one) => [one.name, one] as const))(
    "a source: %s",
    async (_, odd) => {
      const { came, isHeld } = await runOddSource(odd, { compiler, sandbox, limits });
      expect([came, isHeld]).toEqual([came, true]);
    },
    60_000,
  );

  test.each(oddFolders.map((one) => [one.name, one] as const))(
    "a folder: %s",
    async (_, odd) => {
      const { came, isHeld } = await runOddFolder(odd, { compiler, sandbox, limits });
      expect([came, isHeld]).toEqual([came, true]);
    },
    60_000,
  );
});
