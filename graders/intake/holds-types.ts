/** Whether a source declares types and nothing that runs: by its lines that are not indented, as people and formatters write. */

/** A declaration of a type, or what goes on with one and closes it. */
const typeLine =
  /^(?:(?:export |declare )*(?:interface|type) |import type |export type |export \{\s*\};?$|[)}\]>|&])/;

/** No text declares nothing. */
export function holdsTypesAlone(text: string): boolean {
  const outer = text.split(/\r?\n/).filter((line) => /^\S/.test(line));
  let isInComment = false;
  let types = 0;
  for (const line of outer) {
    if (!isInComment && !line.startsWith("/*") && !line.startsWith("//")) {
      if (!typeLine.test(line)) return false;
      types += 1;
    }
    isInComment = (isInComment || line.startsWith("/*")) && !line.includes("*/");
  }
  return types > 0;
}
