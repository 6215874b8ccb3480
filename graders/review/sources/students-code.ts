/** The code that a person looks at: of what was handed in, the functions of one question. */
import type { SubmissionRecord } from "../../contract/record";
import type { Submission } from "../../contract/submission";
import { cutFunction } from "./cut-function";
import type { HandedIn } from "./handed-in";

export interface StudentsCode {
  /**
   * The functions of these names in what was judged, or the whole entry file where they stand elsewhere.
   * Null where the very files are not there any more.
   */
  find(record: SubmissionRecord, exportNames: readonly string[]): Promise<string | null>;
  /** Why there is nothing, for staff; null where the class was read. */
  explainMissing(): Promise<string | null>;
}

const longestCode = 30_000;

/** @param readOnce called when the first code is wanted */
export function openStudentsCode(readOnce: () => Promise<HandedIn>): StudentsCode {
  let reading: Promise<HandedIn> | undefined;
  const read = (): Promise<HandedIn> => {
    reading ??= readOnce();
    return reading;
  };
  return {
    find: async (record, exportNames) => {
      const found = await read();
      const { id, contentDigest } = record.submission;
      const submission = found.kind === "read" ? found.submissions.get(id) : undefined;
      if (submission === undefined || submission.contentDigest !== contentDigest) return null;
      return cutCode(submission, exportNames);
    },
    explainMissing: async () => {
      const found = await read();
      return found.kind === "missing" ? found.because : null;
    },
  };
}

function cutCode({ entry, files }: Submission, exportNames: readonly string[]): string {
  const found = exportNames.flatMap((name) => {
    for (const { path, text } of files) {
      const code = cutFunction(text, name);
      if (code !== null) return [path === entry ? code : `// ${path}\n${code}`];
    }
    return [];
  });
  const whole = files.find(({ path }) => path === entry)?.text ?? "";
  return (found.length > 0 ? found.join("\n\n") : whole).slice(0, longestCode);
}
