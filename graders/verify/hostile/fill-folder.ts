/** What an odd folder is, and how one is filled. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface OddFolder {
  readonly name: string;
  /** Fills the empty folder of one submission. `secret` is a private file outside of it. */
  readonly fill: (folder: string, secret: string) => void;
  readonly expected: "accepted" | RegExp;
  /** The folder's own name, where that is the point. */
  readonly folderName?: string;
}

export const honest = "export const honest = (x: number): number => 2 * x;\n";

export const write = (folder: string, name: string, text: string | Buffer = honest): void => {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, text);
};

export const writeAll = (folder: string, names: readonly string[], text: string): void => {
  for (const name of names) write(folder, name, text);
};

/** A folder with a good entry and one thing besides. */
export const beside =
  (add: (folder: string, secret: string) => void) =>
  (folder: string, secret: string): void => {
    write(folder, "submission.ts");
    add(folder, secret);
  };
