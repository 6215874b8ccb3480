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

/** Either side of every width that the stylesheets ask about, in both schemes; and one width more. */
const layouts = [
  [320, "light"],
  [390, "dark"],
  [1280, "light"],
  [1280, "dark"],
] as const;

/** What is wrong in some layout. */
export interface LayoutFaults {
  readonly width: number;
  readonly colorScheme: "light" | "dark";
  readonly serious: Awaited<ReturnType<typeof findSerious>>;
  /** Pixels beyond the window's edge. */
  readonly tooWide: number;
}

/**
 * A page looked at in every layout, all that folds unfolded; what is serious there, and what is wider than the window.
 * It is loaded once: a browser's first look at a page costs more than the next three.
 */
export async function findLayoutFaults(page: Page): Promise<readonly LayoutFaults[]> {
  await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
  const found: LayoutFaults[] = [];
  for (const [width, colorScheme] of layouts) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    const serious = await findSerious(page);
    const beyond = await page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
    found.push({ width, colorScheme, serious, tooWide: Math.max(0, beyond as number) });
  }
  return found.filter(({ serious, tooWide }) => serious.length > 0 || tooWide > 0);
}

/** As a new page looks: what a test has asked of a page that others use as well. */
export async function resetLooks(page: Page): Promise<void> {
  await page.emulateMedia({ media: null, colorScheme: null });
  await page.setViewportSize({ width: 1280, height: 720 });
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
  if (!(await page.evaluate("'axe' in window")))
    await page.evaluate(readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));
  const found = await page.evaluate("axe.run(document, { resultTypes: ['violations'] })");
  const { violations } = found as { readonly violations: readonly Violation[] };
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => [id, nodes.map(({ html }) => html)] as const);
}
