/** Writes a page and shows it with what this machine opens pages with. */
import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { UsageError } from "../../graders/contract/faults";
import { hasErrorCode } from "../../graders/contract/thrown";

/** By `process.platform`. */
const openers: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ["open"],
  // The first text in quotes would be the title of a window.
  win32: ["cmd", "/c", "start", ""],
};

/** @throws UsageError where nothing can be written */
export async function writePage(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (error) {
    const code = ["EACCES", "ENOSPC", "EROFS", "EISDIR"].find((one) => hasErrorCode(error, one));
    if (code === undefined) throw error;
    throw new UsageError(`--open: ${path} cannot be written (${code})`);
  }
}

/** Where nothing opens it, the path has been said. */
export function openPage(path: string, platform = process.platform): void {
  const [program = "xdg-open", ...args] = openers[platform] ?? [];
  const opened = spawn(program, [...args, path], { detached: true, stdio: "ignore" });
  opened.on("error", () => {});
  opened.unref();
}
