/** Students' pages as tagged PDF, printed by the machine's own Chromium. */
import { randomBytes } from "node:crypto";
import { mkdtemp, open, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { UsageError } from "../contract/faults";
import { describeError } from "../contract/thrown";
import { locateFor, outputFiles } from "../records/output-files";
import { openStore } from "../records/store";
import { runToEnd } from "../running/sandbox/process";
import { findSystemProgram } from "../running/sandbox/system-program";
import { lockFolder } from "./lock";

const programs = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
/** Printing takes a second; a machine that swaps, many. */
const printTimeoutMs = 120_000;

export interface PrintedPages {
  readonly printed: number;
  /** In words, by submission. */
  readonly failed: ReadonlyMap<string, string>;
}

/** @throws UsageError where there is none */
export function findPrinter(find = findSystemProgram): string {
  for (const name of programs) {
    const path = find(name);
    if (path !== null) return path;
  }
  throw new UsageError(
    "--pdf: no Chromium was found on this machine; install it (Debian and Ubuntu: apt-get install chromium), or open a report.html and print it from there",
  );
}

/**
 * Prints the pages that were written, one after the other.
 *
 * @param ids of submissions whose pages lie in the folder
 * @param printer of {@link findPrinter}
 */
export async function printPages(
  outFolder: string,
  ids: readonly string[],
  printer: string,
): Promise<PrintedPages> {
  const { getFolder } = openStore(outFolder);
  const unlock = await lockFolder(outFolder);
  const profile = await mkdtemp(join(tmpdir(), "ridgepoint-print-"));
  const failed = new Map<string, string>();
  try {
    for (const id of ids) {
      const locate = (file: typeof outputFiles.reportPage | typeof outputFiles.reportPdf): string =>
        join(outFolder, locateFor(file, getFolder(id)));
      const job = { page: locate(outputFiles.reportPage), path: locate(outputFiles.reportPdf), profile };
      await printPage(printer, job).catch((error) => void failed.set(id, describeError(error)));
    }
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    await unlock();
  }
  return { printed: ids.length - failed.size, failed };
}

interface PrintJob {
  readonly page: string;
  readonly path: string;
  /** Folder that the browser may write its own files to. */
  readonly profile: string;
}

/** A reader sees a whole file or none. */
async function printPage(printer: string, { page, path, profile }: PrintJob): Promise<void> {
  const draft = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}`);
  const args = [
    "--headless",
    // Root has no sandbox of Chromium's; what is printed runs no script and loads nothing.
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    "--disable-gpu",
    `--user-data-dir=${profile}`,
    "--export-tagged-pdf",
    "--no-pdf-header-footer",
    `--print-to-pdf=${draft}`,
    pathToFileURL(page).href,
  ];
  const env = { PATH: "/usr/bin:/bin", HOME: profile, LANG: "C.UTF-8" };
  try {
    const { code, stderr } = await runToEnd({ file: printer, args, env, cwd: profile }, printTimeoutMs);
    if (code !== 0 || !(await isPdf(draft))) {
      const says = stderr.trim().split("\n").at(-1) ?? "";
      throw new Error(`Chromium ended with code ${code} and made no PDF${says === "" ? "" : `: ${says}`}`);
    }
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
}

async function isPdf(path: string): Promise<boolean> {
  try {
    const file = await open(path, "r");
    const { buffer } = await file.read(Buffer.alloc(5), 0, 5, 0).finally(() => file.close());
    return buffer.toString("latin1") === "%PDF-";
  } catch {
    return false;
  }
}
