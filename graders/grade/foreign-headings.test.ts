import { createHeadingReader } from "../intake/heading-names";
import { nameAssignment } from "../intake/question-names";
import { assignment } from "../questions/efficient-deep-learning";
import { listOtherTitles } from "../report/other-titles";
import { readLanguages } from "../wording/languages";

const read = createHeadingReader(nameAssignment(assignment, listOtherTitles));
const rows = assignment.questions.flatMap(({ id, feedback: { title } }) =>
  Object.entries(readLanguages()).map(([tag, table]) => ({ id, tag, title: table[title] ?? "" })),
);

test.each(rows)("a heading in $tag names $id, whatever language the class is graded in", ({ id, title }) => {
  const task = assignment.tasks?.[id];
  const ofTask = task === undefined ? [] : [`Tâche ${task} : ${title}`, `Exercice ${task}, ${title}`];
  for (const heading of [title, title.replaceAll("'", "’"), ...ofTask])
    expect([heading, read(heading)]).toMatchObject([heading, { kind: "question", id, isLoose: false }]);
});
