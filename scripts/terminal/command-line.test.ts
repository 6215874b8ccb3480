import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { describeWith } from "../../graders/testing/stand-aside";

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

/** A verb whose streams are what the shell says. */
async function redirectVerb(verb: string, to: string): Promise<readonly [code: number | null, said: string]> {
  const source = `
    const { runCommand } = require(${JSON.stringify(join(__dirname, "command-line.ts"))});
    void runCommand(${verb});`;
  const start = `"$0" -r ./graders/running/from-source.cjs -e "$1" ${to}`;
  const child = spawn("/bin/sh", ["-c", start, process.execPath, source], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
  const [code] = await once(child, "close");
  return [code, said];
}

const chatters = (code: number) => `async () => {
    for (let at = 0; at < 3; at += 1) {
      console.log("out");
      process.stderr.write("err\\n");
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    require("node:fs").writeSync(3, "end");
    return ${code};
  }`;

describeWith("/dev/full", "output that cannot be written", () => {
  const says = expect.stringContaining("error: not everything could be printed: ENOSPC");
  test.each([
    ["standard output", "3>&1 >/dev/full", 0, 2, says],
    ["standard error", "3>&1 2>/dev/full", 0, 2, says],
    ["both", "3>&1 >/dev/full 2>/dev/full", 0, 2, "end"],
    ["neither", "3>&1", 0, 0, expect.not.stringContaining("error")],
    ["standard output of what is not ready", "3>&1 >/dev/full", 1, 1, says],
  ])("where %s cannot be written, the verb goes on to its end", async (_, to, own, code, said) => {
    const ended = await redirectVerb(chatters(own), to);
    expect(ended).toEqual([code, said]);
    expect(ended[1]).toContain("end");
  });
});
