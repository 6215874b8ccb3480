import { runHere } from "../graders/testing/run-verb";
import { makeTemporaryFolder } from "../graders/testing/temporary-folder";
import { compare } from "./compare";
import { regrade } from "./regrade";
import { concludeCommand } from "./terminal/command-line";

const runRegrade = (...args: string[]) =>
  runHere((argv) => concludeCommand((signal) => regrade(signal, argv)), args);

test.each<[string, string[], RegExp]>([
  ["no reason", ["--apply", "--by", "AB"], /--apply: expected --why/],
  ["a blank reason", ["--apply", "--why", " ", "--by", "AB"], /--apply: expected --why/],
  ["no initials", ["--apply", "--why", "because"], /--apply: expected --by/],
  ["a preview that is applied", ["--apply", "--preview"], /--preview.*cannot be used with.*--apply/],
  ["no class", ["--json"], /expected records of a graded class, got none/],
])("%s is said in one line with exit code 1", async (_, args, complaint) => {
  const folder = await makeTemporaryFolder();
  const { code, stderr } = await runRegrade(folder.path, ...args);
  await folder.remove();
  expect([code, stderr.trim().split("\n").length]).toEqual([1, 1]);
  expect(stderr).toMatch(complaint);
});

test("a comparison with a folder that is not there names it, with exit code 1", async () => {
  const { code, stderr } = await runHere(
    (argv) => concludeCommand(() => compare(argv)),
    ["/nowhere/a", "/nowhere/b"],
  );
  expect([code, stderr.trim()]).toEqual([1, "error: /nowhere/a: expected the folder of a graded class"]);
});
