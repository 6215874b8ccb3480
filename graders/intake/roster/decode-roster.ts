/** From the bytes of a roster to its text: spreadsheets write UTF-8, UTF-16 and Windows-1252. Pure. */
import { UsageError } from "../../contract/faults";
import { decodeWindows1252 } from "../windows-1252";

export interface RosterText {
  readonly text: string;
  /** What is worth a word about how it was read. */
  readonly notices: readonly string[];
}

/** What no text holds: control characters that are no blank, also those that Windows-1252 leaves free. */
const binary = /[^\P{Cc}\t-\r]/u;

/** @throws UsageError when it is no text in any of these encodings */
export function decodeRoster(bytes: Uint8Array, file: string): RosterText {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    throw new UsageError(
      `${file}: expected a CSV file, got a spreadsheet or another zip archive; save it as "CSV UTF-8" and give that file`,
    );
  }
  const wide = detectUtf16(bytes);
  if (wide !== null) return read(bytes, wide, "UTF-16", file);
  try {
    return { text: check(new TextDecoder("utf-8", { fatal: true }).decode(bytes), file), notices: [] };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    return read(bytes, "windows-1252", "Windows-1252", file);
  }
}

function read(bytes: Uint8Array, encoding: string, shown: string, file: string): RosterText {
  const isOld = encoding === "windows-1252";
  const text = check(
    isOld ? decodeWindows1252(Buffer.from(bytes)) : new TextDecoder(encoding).decode(bytes),
    file,
  );
  return {
    text,
    notices: [`${file}: read as ${shown}; if names look wrong, save it as "CSV UTF-8" and give that file`],
  };
}

function check(text: string, file: string): string {
  if (binary.test(text)) {
    throw new UsageError(
      `${file}: expected a CSV file in UTF-8, UTF-16 or Windows-1252, got bytes that are no text; save it as "CSV UTF-8"`,
    );
  }
  return text;
}

/** By its byte order mark; without one, by the zero byte beside the first character of a heading. */
function detectUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (second === 0 && first !== 0 && first !== undefined) return "utf-16le";
  return first === 0 && second !== 0 && second !== undefined ? "utf-16be" : null;
}
