/** For tests: a browser of this machine, driven by keys. Where there is none, its tests stand aside and say so. */
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Null where none is installed. */
export const browserPath: string | null = places.find((path) => existsSync(path)) ?? null;

export function startBrowser(executablePath: string): Promise<Browser> {
  // Its own sandbox needs namespaces that a container may not give; the pages are ours.
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
}
