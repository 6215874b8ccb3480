/** Code that was pasted with the Markdown around it. Pure; linear in the text. */

const fence = /^ {0,3}(?:```|~~~)[\w.+#-]{0,20}\s*$/;

/**
 * The code between the fences, every line where it stands; null where the text does not begin with a fence, as no program
 * does.
 */
export function readFenced(text: string): string | null {
  const lines = text.split("\n");
  const first = lines.find((line) => line.trim() !== "");
  if (first === undefined || !fence.test(first)) return null;
  let isCode = false;
  const kept = lines.map((line) => {
    if (!fence.test(line)) return isCode ? line : "";
    isCode = !isCode;
    return "";
  });
  return kept.join("\n");
}
