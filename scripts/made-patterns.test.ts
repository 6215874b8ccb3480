import { findSlowPatterns, type Pattern } from "../graders/testing/slow-patterns";

/** Far beyond what a linear look at the texts takes, also on a busy machine. */
const patienceMs = 4000;

/** Patterns that `new RegExp` made meanwhile; those written as literals are found in the sources. */
function listMade(make: () => void): readonly Pattern[] {
  const made = new Map<string, Pattern>();
  const { RegExp: builtIn } = globalThis;
  globalThis.RegExp = new Proxy(builtIn, {
    construct: (target, [pattern, given]: [string | RegExp, string?]) => {
      const { source, flags } = new target(pattern, given);
      made.set(`${source}/${flags}`, { name: `/${source}/${flags}`, source, flags });
      return new target(pattern, given);
    },
  });
  try {
    make();
  } finally {
    globalThis.RegExp = builtIn;
  }
  return [...made.values()];
}

describe("patterns made while the grader runs", () => {
  test("of a student's remarks take no time that grows faster than the text", async () => {
    const made = listMade(() => require("../graders/questions/kit/remarks"));
    expect(made.length).toBeGreaterThan(1);
    expect(await findSlowPatterns(made, patienceMs)).toEqual([]);
  }, 300_000);
});
