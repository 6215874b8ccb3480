import { assignment } from "../questions/efficient-deep-learning";
import type { Form } from "../student/public/form";
import { takePublicHalf } from "../student/public/public-half";
import { readPublicSources } from "../student/public/read-sources";
import { projectRoot } from "../testing/project-root";

function listFields(form: Form): readonly string[] {
  switch (form.kind) {
    case "object":
      return [...Object.keys(form.fields), ...Object.values(form.fields).flatMap(listFields)];
    case "list":
    case "nullable":
      return listFields(form.of);
    default:
      return [];
  }
}

test("a question may name back each field that it asks for, and no other", async () => {
  const { questions } = takePublicHalf(assignment, await readPublicSources(projectRoot, assignment));
  const asked = questions.map(({ id, signatures }) => [
    id,
    signatures.flatMap(({ form }) => listFields(form)),
  ]);
  const named = assignment.questions.map(({ id, feedback }) => [id, feedback.fields ?? []]);
  expect(asked.flat(2).length).toBeGreaterThan(questions.length);
  expect(named).toEqual(asked);
});
