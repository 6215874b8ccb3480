/** For tests of the way in: files handed in, in a folder that each test has for itself, and what is made of them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseLimits } from "../contract/limits";
import type { Discovery, FoundSubmission, Submission } from "../contract/submission";
import { type DiscoverOptions, discoverSubmissions } from "../intake/discover";
import type { Files } from "./odd-zip";
import { say } from "./say";

const limits = parseLimits();
let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "hand-in-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

export const locate = (path: string): string => join(root, path);

export function write(path: string, content: string | Buffer): void {
  mkdirSync(dirname(locate(path)), { recursive: true });
  writeFileSync(locate(path), content);
}

export function writeAll(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) write(join(folder, path), content);
}

export const look = (path: string, options: DiscoverOptions = {}): Promise<Discovery> =>
  discoverSubmissions(locate(path), limits, options);

export async function takeFrom(folder: string, id = "ann"): Promise<FoundSubmission> {
  const { submissions } = await look(folder);
  const found = submissions.find((one) => one.id === id);
  if (found === undefined) throw new Error(`${id} was not found`);
  return found;
}

export async function take(folder: string, id?: string): Promise<Submission> {
  const found = await takeFrom(folder, id);
  if (found.kind !== "submission") throw new Error(`not taken: ${JSON.stringify(found)}`);
  return found;
}

export function sayRefusal(found: FoundSubmission): string {
  if (found.kind !== "refused") throw new Error(`expected a refusal, got ${found.kind}`);
  return say(found.refused);
}

export const good = "export const name = 'x';\n";
/** As it should be handed in. */
export const plain: Files = { "submission.ts": good };
export const withLib = 'export { b } from "./lib";\n';
export const lib = "export const b = 2;\n";
