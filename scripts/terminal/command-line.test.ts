import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

// A process of its own on a machine that may have other things to do.
jest.setTimeout(120_000);

/** A verb that says "ready" and then does as the text says, interrupted. */
async function interruptVerb(
  verb: string,
): Promise<readonly [code: number | null, signal: string | null, said: string]> {
  const source = `
    const { orStopped, runCommand } = require(${JSON.stringify(join(__dirname, "command-line.ts"))});
    void runCommand(${verb});`;
  const child = spawn(process.execPath, ["-r", "./graders/running/from-source.cjs", "-e", source], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  await once(child.stdout, "data");
  child.kill("SIGINT");
  const [code, signal] = await once(child, "close");
  return [code, signal, said];
}

const waits = `(signal) => new Promise((_, fail) => {
    const timer = setInterval(() => {}, 1000);
    signal.addEventListener("abort", () => { clearInterval(timer); fail(signal.reason); });
    console.log("ready");
  })`;

test("a verb that takes the signal tidies up and ends with 130", async () => {
  const kept = "interrupted: everything graded so far is kept; run the same command again to go on";
  expect(await interruptVerb(waits)).toEqual([130, null, `\n${kept}\n`]);
});

test("a verb that keeps nothing says so in its own words", async () => {
  const verb = `(signal) => orStopped(signal, "Stopped.", () => (${waits})(signal))`;
  expect(await interruptVerb(verb)).toEqual([130, null, "\nStopped.\n"]);
});

test("a verb that only calculates is ended in the middle of it", async () => {
  const calculates = `async () => { require("node:fs").writeSync(1, "ready"); for (;;); }`;
  expect(await interruptVerb(calculates)).toEqual([null, "SIGINT", ""]);
});
