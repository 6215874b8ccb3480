/** `staff/class.json`: what is known of a class as a whole, each part of it kept by who asks for it. */
import { join } from "node:path";
import { readIfThere } from "./if-there";
import { outputFiles } from "./output-files";
import { writeTextFile } from "./text-file";

/** Nothing where there is none, or what lies there is none. @throws UsageError for one that cannot be read */
export async function readClassFile(outFolder: string): Promise<Readonly<Record<string, unknown>>> {
  const text = await readIfThere(locate(outFolder));
  try {
    const known: unknown = text === null ? null : JSON.parse(text.toString("utf8"));
    return typeof known === "object" && known !== null ? { ...known } : {};
  } catch {
    return {};
  }
}

/** Ids of submissions whose authors handed in again under another id: on record, and no longer of the class. */
export async function readSuperseded(outFolder: string): Promise<readonly string[]> {
  const { superseded } = await readClassFile(outFolder);
  return Array.isArray(superseded) ? superseded.filter((one) => typeof one === "string") : [];
}

/** What is not named stays; what is undefined goes. */
export async function changeClassFile(
  outFolder: string,
  changes: Readonly<Record<string, unknown>>,
): Promise<void> {
  const known = { ...(await readClassFile(outFolder)), ...changes };
  await writeTextFile(locate(outFolder), `${JSON.stringify(known)}\n`);
}

const locate = (outFolder: string): string => join(outFolder, outputFiles.classIdentity.path);
