/** For tests: the system's browser, driven by keys; they are described with `describeWith("chromium", …)`. */
import { type Browser, chromium } from "playwright-core";
import { findSystemProgram } from "../running/sandbox/system-program";

/** @throws Error where there is none */
export function startBrowser(): Promise<Browser> {
  const executablePath = findSystemProgram("chromium");
  if (executablePath === null) throw new Error("expected chromium on this machine");
  // Its own sandbox needs namespaces that a container may not give; the pages are ours.
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
}
