/** For tests: the system's browser, driven by keys; they are described with `describeWith("chromium", …)`. */
import { readFileSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import { findSystemProgram } from "../running/sandbox/system-program";

/** @throws Error where there is none */
export function startBrowser(): Promise<Browser> {
  const executablePath = findSystemProgram("chromium");
  if (executablePath === null) throw new Error("expected chromium on this machine");
  // Its own sandbox needs namespaces that a container may not give; the pages are ours.
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
}

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe-core finds serious or critical on a page, with the elements: empty is what it should be. */
export async function findSerious(
  page: Page,
): Promise<readonly (readonly [id: string, html: readonly string[]])[]> {
  await page.evaluate(readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));
  const found = await page.evaluate("axe.run(document, { resultTypes: ['violations'] })");
  const { violations } = found as { readonly violations: readonly Violation[] };
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => [id, nodes.map(({ html }) => html)] as const);
}
