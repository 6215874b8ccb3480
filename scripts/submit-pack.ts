/** `npm run submit-pack` in the repository. */
import { readStudentSetting } from "./student/repository-setting";
import { runSubmitPack } from "./student/submit-pack-command";
import { runCommand } from "./terminal/command-line";

void runCommand(async (signal) => runSubmitPack(await readStudentSetting(), signal));
