import { assignment } from "../../questions/efficient-deep-learning";
import { projectRoot } from "../../testing/project-root";
import { takePublicHalf } from "./public-half";
import { readPublicSources } from "./read-sources";

/** "If you round, say so in your explanation" asks only those who do. */
function asksToExplain(statement: string): boolean {
  const sentences = statement.replace(/\s+/g, " ").split(/(?<=[.:?]) /);
  return sentences.some(
    (one, at) => /\bexplanation\b/.test(one) && !/^If /.test(one) && !/^If /.test(sentences[at - 1] ?? ""),
  );
}

test("an explanation is asked for exactly where a statement asks everybody for one", async () => {
  const sources = await readPublicSources(projectRoot, assignment);
  const asking = takePublicHalf(assignment, sources).questions.filter((one) => one.asksForText);
  const stated = assignment.questions.filter(({ id }) => asksToExplain(sources.statements.get(id) ?? ""));
  expect(stated.length).toBeGreaterThan(3);
  expect(asking.map(({ id }) => id)).toEqual(stated.map(({ id }) => id));
});
