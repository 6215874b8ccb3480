/** Which question a heading names, however it is decorated. Pure; linear in the heading. */
import { isRealExplanation } from "../contract/explanation";
import { normalise } from "../contract/normalise";
import type { QuestionNames } from "./question-names";

export type NamedQuestion =
  /**
   * @property isLoose the name stands among other words
   * @property behind what stands behind the name and a colon or a dash: words about it
   */
  | { readonly kind: "question"; readonly id: string; readonly isLoose: boolean; readonly behind?: string }
  /** It names several questions: nothing is guessed. */
  | { readonly kind: "several" }
  | { readonly kind: "none" };

export type ReadHeading = (heading: string) => NamedQuestion;

/** "Task 2a:", "Question 3", "2.", "2a)", "a)" at the start of a heading. */
const numbering =
  /^(?:(?:task|question|exercise|problem|q|aufgabe|frage|übung|exercice|tâche)\s*)?(?:\d{1,2}\s?[a-z]?|[a-z](?=[).:]))(?![\p{L}\p{N}])\s*[).:–-]*\s*/iu;
const bracketed = /\[[^[\]]*\]|\([^()]*\)/g;

/** What the reader is asked about a function that code declares: no heading is called so. */
export const codeName = (name: string): string => `<!--${name}-->`;

/** The same reader serves keys of exported explanations: "standardConv", "standard-conv". */
export function createHeadingReader(questions: readonly QuestionNames[]): ReadHeading {
  const byName = new Map<string, Set<string>>();
  const byTask = new Map<string, Set<string>>();
  const add = (index: Map<string, Set<string>>, key: string, id: string): void => {
    if (key !== "") index.set(key, (index.get(key) ?? new Set()).add(id));
  };
  const spaced: { readonly words: string; readonly id: string }[] = [];
  for (const { id, names, exports, task } of questions) {
    for (const name of [id, ...names, ...exports]) {
      add(byName, join(fold(name)), id);
      spaced.push({ words: ` ${fold(name)} `, id });
    }
    if (task !== undefined) {
      add(byTask, task, id);
      // "Task 2" is all of 2a, 2b and 2c.
      if (/\D$/.test(task)) add(byTask, task.replace(/\D+$/, ""), id);
    }
  }
  const readWhole: ReadHeading = (heading) => {
    const exact = collect(listForms(heading).map((form) => byName.get(join(fold(form)))));
    if (exact.size > 0) return decide(exact, false);
    const numbered = byTask.get(readNumber(heading));
    if (numbered !== undefined) return decide(numbered, false);
    const words = ` ${fold(heading)} `;
    const named = new Set(spaced.flatMap((one) => (words.includes(one.words) ? [one.id] : [])));
    return decide(named.size > 0 ? named : (byTask.get(readLeadingNumber(heading)) ?? named), true);
  };
  const read = (heading: string, mostNames: number): NamedQuestion => {
    const whole = heading.length > longestName ? ({ kind: "none" } as const) : readWhole(heading);
    const [start = "", name = ""] = separated.exec(heading.slice(0, longestName)) ?? [];
    const named = readWhole(name.trim());
    if (named.kind !== "question" || named.isLoose || mostNames === 0) return whole;
    if (whole.kind === "question" && !whole.isLoose && whole.id !== named.id) return whole;
    const behind = heading.slice(start.length).trim();
    // "Task 3: like Task 4" is no text of its own.
    if (!isRealExplanation(behind)) return whole;
    // "Task 2a: Padding: …"
    const again = read(behind, mostNames - 1);
    const isSame = again.kind === "question" && !again.isLoose && again.id === named.id;
    return { ...named, behind: isSame ? (again.behind ?? "") : behind };
  };
  return readFew((heading) => read(heading, 3), indexExports(questions));
}

function indexExports(questions: readonly QuestionNames[]): ReadonlyMap<string, NamedQuestion> {
  return new Map(
    questions.flatMap(({ id, exports }) =>
      exports.map((name) => [codeName(name), { kind: "question", id, isLoose: false }] as const),
    ),
  );
}

/** Of one hand-in: nobody writes more, and to read one takes longer than the letters in it let expect. */
const mostHeadings = 5_000;

/** Each is read once. */
function readFew(read: ReadHeading, byExport: ReadonlyMap<string, NamedQuestion>): ReadHeading {
  const known = new Map<string, NamedQuestion>();
  return (heading) => {
    if (heading.startsWith("<!--")) return byExport.get(heading) ?? { kind: "none" };
    const named = known.get(heading) ?? (known.size < mostHeadings ? read(heading) : { kind: "none" });
    if (known.size < mostHeadings) known.set(heading, named);
    return named;
  };
}

/** No question has a longer one. */
const longestName = 200;
/** Up to what parts a name from words about it; a hyphen inside a name does not. */
const separated = /^([^:–—=]{2,120}?)(?:[:–—=]|\s-)(?=\s)/;

/** With and without its number and what stands in brackets; what stands in brackets or backquotes alone. */
function listForms(heading: string): readonly string[] {
  const bare = heading.replace(bracketed, " ").trim();
  const unnumbered = bare.replace(numbering, "");
  const quoted = [...heading.matchAll(/`([^`]*)`/g)].map((match) => match[1] ?? "");
  // "2a) b) padding" has no third number.
  return [heading, bare, unnumbered, unnumbered.replace(numbering, ""), ...quoted];
}

/** "2a" of "Task 2 a)"; "" where the heading is more than a number. */
function readNumber(heading: string): string {
  const bare = heading.replace(bracketed, " ").trim();
  const match = numbering.exec(bare)?.[0] ?? "";
  if (match === "" || match.length < bare.length) return "";
  return (/\d{1,2}\s?[a-z]?/i.exec(match)?.[0] ?? "").replace(/\s/g, "").toLowerCase();
}

/** "Task 3: my explanation", "2b: …": a bare "3." may count the student's own headings, and a second number means more. */
const leading =
  /^(?:(?:task|question|exercise|problem|q|aufgabe|frage|übung|exercice|tâche)\s*(\d{1,2}(?:\s?[a-z])?)|(\d{1,2}[a-z]))(?![\p{L}\p{N}])[^\p{N}]*$/iu;

function readLeadingNumber(heading: string): string {
  const [, withWord, withLetter] = leading.exec(heading.replace(bracketed, " ").trim()) ?? [];
  return (withWord ?? withLetter ?? "").replace(/\s/g, "").toLowerCase();
}

function collect(sets: readonly (ReadonlySet<string> | undefined)[]): ReadonlySet<string> {
  return new Set(sets.flatMap((one) => [...(one ?? [])]));
}

function decide(ids: ReadonlySet<string>, isLoose: boolean): NamedQuestion {
  const [id] = ids;
  if (id === undefined) return { kind: "none" };
  return ids.size > 1 ? { kind: "several" } : { kind: "question", id, isLoose };
}

function fold(text: string): string {
  return (
    normalise(text, "NFKD")
      // One character may become eighteen.
      .slice(0, longestName)
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      // Both spellings of English are one name.
      .replace(/isation(?!\p{L})/gu, "ization")
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim()
  );
}

function join(words: string): string {
  return words.replace(/ /g, "");
}
