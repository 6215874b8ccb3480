import { runHere } from "../graders/testing/run-verb";
import { hostile } from "./hostile";
import { concludeCommand } from "./terminal/command-line";

test("a filter that no attack fits is refused: nothing was shown to hold", async () => {
  const run = await runHere((argv) => concludeCommand(() => hostile(argv)), ["--filter", "typo"]);
  expect([run.code, run.stdout]).toEqual([1, ""]);
  expect(run.stderr).toMatch(/^error: --filter: expected .* got "typo"\n$/);
});
