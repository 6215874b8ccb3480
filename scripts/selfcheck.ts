/** `npm run selfcheck` in the repository. */
import { readStudentSetting } from "./student/repository-setting";
import { runSelfcheck } from "./student/selfcheck-command";
import { runCommand } from "./terminal/command-line";

void runCommand(async (signal) => runSelfcheck(await readStudentSetting(), signal));
