/** What the system tells of itself in files, some of which only some systems have. */
import { readFileSync } from "node:fs";

/** Empty where it cannot be read. */
export function readIfReadable(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
