/** Takes odd sources and folders through the whole way in: found, compiled, loaded, asked for one honest answer. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encodeCall } from "../../contract/wire";
import { discoverApart } from "../../grade/reading/discover-apart";
import { runSubmission } from "../../running/run/run";
import { sayMessage } from "../../wording/messages";
import { english } from "../../wording/translator";
import type { OddFolder } from "./fill-folder";
import type { OddSource } from "./sources";
import type { HostileMachine } from "./suite";

export interface IntakeRow {
  readonly family: "j-sources" | "k-folders";
  readonly name: string;
  /** "accepted", or the sentence that the student gets. */
  readonly came: string;
  readonly isHeld: boolean;
}

const honestAnswer = 42;

export async function runOddSource(odd: OddSource, machine: HostileMachine): Promise<IntakeRow> {
  const came = await inFolder(async (root) => {
    const folder = join(root, "class", "ada");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "submission.ts"), odd.make());
    return takeThrough(join(root, "class"), machine, odd.name === "empty");
  });
  return { family: "j-sources", name: odd.name, came, isHeld: fits(came, odd.expected) };
}

export async function runOddFolder(odd: OddFolder, machine: HostileMachine): Promise<IntakeRow> {
  const came = await inFolder(async (root) => {
    const folder = join(root, "class", odd.folderName ?? "ada");
    mkdirSync(folder, { recursive: true });
    const secret = join(root, "secret.ts");
    writeFileSync(secret, "export const secret = 1;");
    odd.fill(folder, secret);
    return takeThrough(join(root, "class"), machine, false);
  });
  return { family: "k-folders", name: odd.name, came, isHeld: fits(came, odd.expected) };
}

async function takeThrough(
  path: string,
  { compiler, sandbox, limits }: HostileMachine,
  isEmpty: boolean,
): Promise<string> {
  const { submissions } = await discoverApart(path, limits);
  const [found] = submissions;
  if (found === undefined || submissions.length !== 1) return `${submissions.length} submissions were found`;
  if (found.kind === "refused") return sayMessage(found.refused, english);
  if (found.kind === "unread") return found.fault;
  const compiled = await compiler.compile(found);
  if (!compiled.ok) return sayMessage(compiled.says, english);
  const call = encodeCall({ export: "honest", args: [honestAnswer / 2] });
  const { load, outcomes } = await runSubmission(compiled, [call], { sandbox, limits });
  if (load.kind === "failed") return sayMessage(load.says, english);
  const [outcome] = outcomes;
  if (isEmpty && outcome?.kind === "missing-export") return "accepted";
  return outcome?.kind === "value" && outcome.value === honestAnswer
    ? "accepted"
    : `it answered ${outcome?.kind}`;
}

function fits(came: string, expected: "accepted" | RegExp): boolean {
  return expected === "accepted" ? came === expected : expected.test(came) && !came.includes("\n");
}

async function inFolder(task: (root: string) => Promise<string>): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), "ridgepoint-intake-"));
  try {
    return await task(root);
  } finally {
    // Node gives up on paths that are longer than the system reads; rm goes down step by step.
    execFileSync("rm", ["-rf", root]);
  }
}
