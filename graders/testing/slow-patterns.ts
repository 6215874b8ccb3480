/** For tests: regular expressions in source files, and those among them that some text keeps busy for too long. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { ts } from "../running/compile/compiler-api";

export interface Pattern {
  /** Where it stands: "graders/contract/answers.ts:13 /…/". */
  readonly name: string;
  readonly source: string;
  readonly flags: string;
}

/** `start`, then as much of `filler` as makes `length` characters, then `end`. */
interface HostileText {
  readonly start: string;
  readonly filler: string;
  readonly end: string;
  readonly length: number;
}

export interface Trial extends Pattern {
  readonly texts: readonly HostileText[];
}

const longText = 100_000;
/** What patterns repeat: blanks, letters, digits, marks. */
const fillers = [" ", "x", "1", "x ", "1 ", "0.", "`", "(", "[", "-", "#", '"', ".", ",", "\n", "…", "<"];
const mostWords = 6;

export function listPatterns(path: string, text: string): readonly Pattern[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const patterns: Pattern[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      const end = node.text.lastIndexOf("/");
      const flags = node.text.slice(end + 1);
      patterns.push({ name: `${path}:${line} ${node.text}`, source: node.text.slice(1, end), flags });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return patterns;
}

/** What may keep this very pattern busy: its own words, followed by much of something, and no end that fits. */
function makeTrial(pattern: Pattern, length: number): Trial {
  const words = [...new Set(pattern.source.match(/[A-Za-z]{2,20}|[`#[(<{]/g) ?? [])].slice(0, mostWords);
  const texts = ["", ...words].flatMap((start) =>
    [...fillers, ...words].map((filler) => ({ start, filler, end: "!x", length })),
  );
  return { ...pattern, texts };
}

/**
 * Names of patterns that one text keeps busy for longer than `patienceMs`; a pattern that is linear in its text takes a
 * few milliseconds.
 *
 * @param length characters of each text: what somebody makes sure of before the pattern looks, or far too many
 */
export async function findSlowPatterns(
  patterns: readonly Pattern[],
  patienceMs: number,
  length = longText,
): Promise<readonly string[]> {
  const slow: string[] = [];
  let rest = patterns.map((pattern) => makeTrial(pattern, length));
  while (rest.length > 0) {
    const stuck = await tryAll(rest, patienceMs);
    if (stuck === null) break;
    slow.push(stuck);
    rest = rest.slice(rest.findIndex(({ name }) => stuck.startsWith(name)) + 1);
  }
  return slow;
}

/** What a worker was busy with when patience ended; null when it came to an end. */
async function tryAll(trials: readonly Trial[], patienceMs: number): Promise<string | null> {
  const script = join(__dirname, "try-pattern.ts");
  const load = [join(__dirname, "../running/from-source.cjs"), script].map(
    (path) => `require(${JSON.stringify(path)});`,
  );
  const worker = new Worker(load.join(" "), {
    eval: true,
    workerData: trials,
  });
  try {
    return await new Promise((resolve, reject) => {
      let patience: NodeJS.Timeout | undefined;
      worker.on("error", reject);
      worker.on("message", (busyWith: string | null) => {
        clearTimeout(patience);
        if (busyWith === null) resolve(null);
        else patience = setTimeout(() => resolve(busyWith), patienceMs);
      });
    });
  } finally {
    await worker.terminate();
  }
}

export function readPatterns(root: string, paths: readonly string[]): readonly Pattern[] {
  return paths.flatMap((path) => listPatterns(path, readFileSync(join(root, path), "utf8")));
}
