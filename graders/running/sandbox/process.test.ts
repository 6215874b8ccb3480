import { runToEnd, startProcess } from "./process";

afterEach(() => jest.restoreAllMocks());

const shell = (script: string) => ({ file: "/bin/sh", args: ["-c", script], env: {}, cwd: "/" });

test("a process that is gone is not killed again: its number may be somebody else's by then", async () => {
  const started = await startProcess(shell("exit 0"));
  await started.exited;
  const killing = jest.spyOn(process, "kill");
  started.kill();
  expect(killing).not.toHaveBeenCalled();
});

test("what a process leaves behind in its group ends with it", async () => {
  // It holds the stream open for as long as it lives.
  const { stdout } = await runToEnd(shell("sleep 600 & echo $!"), 60_000);
  const isAlive = (): boolean => {
    try {
      return process.kill(Number(stdout), 0);
    } catch {
      return false;
    }
  };
  while (isAlive()) await new Promise((resolve) => setTimeout(resolve, 20));
});
