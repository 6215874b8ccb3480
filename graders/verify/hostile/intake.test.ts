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
  const tools = () => ({ compiler, sandbox, limits });
  test.each([
    ...oddSources.map((odd) => ["source", odd.name, () => runOddSource(odd, tools())] as const),
    ...oddFolders.map((odd) => ["folder", odd.name, () => runOddFolder(odd, tools())] as const),
  ])(
    "a %s: %s",
    async (_kind, _name, runOdd) => {
      const { came, isHeld } = await runOdd();
      expect([came, isHeld]).toEqual([came, true]);
    },
    60_000,
  );
});
