/** What students handed in, read again from the class: a record holds digests alone. */

import { parseLimits } from "../../contract/limits";
import type { SubmissionRecord } from "../../contract/record";
import type { Submission } from "../../contract/submission";
import { describeError } from "../../contract/thrown";
import { discoverSubmissions } from "../../intake/discover";
import { cutFunction } from "./cut-function";

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

type ReadClass =
  | { readonly kind: "read"; readonly submissions: ReadonlyMap<string, Submission> }
  | { readonly kind: "missing"; readonly because: string };

/** The class is read when the first code is wanted. @param path null where nobody knows it */
export function openStudentsCode(path: string | null): StudentsCode {
  let reading: Promise<ReadClass> | undefined;
  const read = (): Promise<ReadClass> => {
    reading ??= readClass(path);
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

async function readClass(path: string | null): Promise<ReadClass> {
  if (path === null)
    return { kind: "missing", because: "the class's folder is not known; name it with --class" };
  try {
    const { submissions } = await discoverSubmissions(path, parseLimits(), { as: "class" });
    const read = submissions.flatMap((one) => (one.kind === "submission" ? [[one.id, one] as const] : []));
    return { kind: "read", submissions: new Map(read) };
  } catch (error) {
    return { kind: "missing", because: `${path}: ${describeError(error)}; name it with --class` };
  }
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
