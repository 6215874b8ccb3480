/** Names that survive a loss of power: a file's, and those of the folders that were made for it. */
import { type FileHandle, mkdir, open } from "node:fs/promises";
import { dirname, resolve } from "node:path";

/** How files are opened; tests hand in disks that fill up. */
export type OpenFile = (path: string, flags: string) => Promise<FileHandle>;

/** With those above it. Each is an entry of the one above, which is flushed. */
export async function makeFolder(folder: string, openFile: OpenFile = open): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  const highest = resolve(first);
  for (let made = resolve(folder); made.length >= highest.length; made = dirname(made))
    await flushNames(dirname(made), openFile);
}

/** What stands in a folder, by name; where folders cannot be opened, the system takes care of it. */
export async function flushNames(folder: string, openFile: OpenFile = open): Promise<void> {
  const handle = await openFile(folder, "r").catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
}
