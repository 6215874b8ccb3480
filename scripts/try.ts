/** `npm run try` in the repository. */
import { readStudentSetting } from "./student/repository-setting";
import { runTry } from "./student/try-command";
import { runCommand } from "./terminal/command-line";

void runCommand(async (signal) => runTry(await readStudentSetting(), signal));
