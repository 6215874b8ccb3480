/** `npm run selfcheck` in the repository: the questions themselves say what is public of them. */
import { assignment } from "../graders/efficient-deep-learning";
import { readLanguages } from "../graders/languages/languages";
import { takePublicHalf } from "../graders/public/public-half";
import { readPublicSources } from "../graders/public/read-sources";
import { projectRoot } from "./project";
import { runSelfcheck } from "./student/selfcheck-command";
import { runCommand } from "./terminal/command-line";

void runCommand(async (signal) => {
  const publicHalf = takePublicHalf(assignment, await readPublicSources(projectRoot, assignment));
  return runSelfcheck(
    { assignment: publicHalf, languages: readLanguages(), language: "en", path: undefined },
    signal,
  );
});
