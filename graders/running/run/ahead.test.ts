import { parseLimits } from "../../contract/limits";
import { shorten } from "../../testing/run-source";
import { getBench, honest, run } from "../../testing/short-bench";
import type { Sandbox } from "../sandbox/sandbox";
import { startAhead } from "./ahead";

const limits = parseLimits();

/** The bench's own, with a count of what was started; a start that is numbered as broken does not come up. */
function countStarts(isBroken = false): { readonly sandbox: Sandbox; count: number } {
  const counted = {
    count: 0,
    sandbox: {
      ...getBench().sandbox,
      close: async () => {},
      prepareStart: async () => {
        counted.count += 1;
        const start = await getBench().sandbox.prepareStart();
        const command = isBroken && counted.count === 1 ? { file: "/nowhere/node" } : {};
        return { ...start, command: { ...start.command, ...command } };
      },
    },
  };
  return counted;
}

async function waitFor(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 10));
}

describe("a process that came up ahead", () => {
  test("is the one that the submission runs in", async () => {
    const counted = countStarts();
    const ahead = startAhead(Promise.resolve(counted.sandbox), limits);
    const { outcomes } = await run(honest, [["honest", 1]], { sandbox: counted.sandbox, ahead });
    await ahead.end();
    expect(shorten(outcomes)).toEqual([2]);
    expect(counted.count).toBe(1);
    expect(await getBench().findLeftovers()).toEqual([]);
  });

  test("is not there for a second one", async () => {
    const counted = countStarts();
    const ahead = startAhead(Promise.resolve(counted.sandbox), limits);
    for (const argument of [1, 2]) {
      const { outcomes } = await run(honest, [["honest", argument]], { sandbox: counted.sandbox, ahead });
      expect(shorten(outcomes)).toEqual([2 * argument]);
    }
    expect(counted.count).toBe(2);
  });

  test("ends with a submission that never came", async () => {
    const ahead = startAhead(Promise.resolve(getBench().sandbox), limits);
    await ahead.end();
    expect(await getBench().findLeftovers()).toEqual([]);
    expect(await ahead.take()).toBeNull();
  });

  test("and ended meanwhile costs the submission nothing", async () => {
    const counted = countStarts();
    const controller = new AbortController();
    const ahead = startAhead(Promise.resolve(counted.sandbox), limits, controller.signal);
    await waitFor(async () => (await getBench().findLeftovers()).length > 0);
    controller.abort(new Error("ended by somebody"));
    const { outcomes } = await run(honest, [["honest", 3]], { sandbox: counted.sandbox, ahead });
    expect(shorten(outcomes)).toEqual([6]);
    expect(counted.count).toBe(2);
    expect(await getBench().findLeftovers()).toEqual([]);
  });

  test("that does not come up is replaced by one that does", async () => {
    const counted = countStarts(true);
    const ahead = startAhead(Promise.resolve(counted.sandbox), limits);
    const { outcomes } = await run(honest, [["honest", 4]], { sandbox: counted.sandbox, ahead });
    expect(shorten(outcomes)).toEqual([8]);
    expect(counted.count).toBe(2);
  });
});
