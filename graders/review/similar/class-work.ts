/** What each student handed in, as one text and its tokens. Pure. */
import { compareText } from "../../contract/compare-text";
import type { Submission } from "../../contract/submission";
import { listTokens, type Token } from "./tokens";

export interface Work {
  readonly id: string;
  readonly contentDigest: string;
  /** All files, the entry first, with a line that names each further one. */
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** Of what runs: comments, however long, hide nothing behind them. */
const mostTokens = 50_000;

export function readWork({ id, contentDigest, entry, files }: Submission): Work {
  const own = files.find(({ path }) => path === entry);
  const others = files.filter(({ path }) => path !== entry).sort((a, b) => compareText(a.path, b.path));
  const texts = [own?.text ?? "", ...others.map(({ path, text }) => `// ${path}\n${text}`)];
  const text = texts.join("\n\n");
  return { id, contentDigest, text, tokens: listTokens(text, mostTokens) };
}
