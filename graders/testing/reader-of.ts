/** Who may read a file of an output folder, by its path. */
import { type OutputFile, outputFiles, placeholder } from "../records/output-files";

/** The entry that a file of an output folder belongs to; undefined for what nobody announced. */
export function findOutputFile(path: string): OutputFile | undefined {
  return Object.values(outputFiles).find((file) => fits(file, path.replaceAll("\\", "/").split("/")));
}

/** True where the file is not for staff alone, and where nobody said so. */
export const mayReachStudents = (path: string): boolean => findOutputFile(path)?.reader !== "staff";

function fits(file: OutputFile, came: readonly string[]): boolean {
  const announced = file.path.split("/");
  const isFolder = announced.at(-1) === "";
  const parts = isFolder ? announced.slice(0, -1) : announced;
  const hasLength = isFolder ? came.length > parts.length : came.length === parts.length;
  return hasLength && parts.every((part, index) => part === placeholder || part === came[index]);
}
