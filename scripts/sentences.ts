/** `npm run sentences`: what a language still lacks, as the JSON that its table takes. */
import { assignment } from "../graders/questions/efficient-deep-learning";
import { listAllSentences } from "../graders/verify/all-sentences";
import { readLanguages } from "../graders/wording/languages";
import { projectRoot } from "./project";
import { createCommand, type ExitCode, exitCodes, runCommand } from "./terminal/command-line";

const command = createCommand(
  "npm run sentences --",
  "Prints a language's table: what is translated, and everything else with an empty translation.",
)
  .argument("<tag>", 'the language, such as "de": graders/wording/de.json')
  .option("--missing", "only what is not translated yet")
  .addHelpText("after", "\nExit codes: 0 complete · 1 something is missing, or usage");

async function printSentences(): Promise<ExitCode> {
  command.parse();
  const table = readLanguages()[command.processedArgs[0] as string] ?? {};
  const sentences = await listAllSentences(projectRoot, assignment);
  const missing = sentences.filter((sentence) => !Object.hasOwn(table, sentence));
  const listed = command.opts<{ missing?: true }>().missing === true ? missing : sentences;
  const entries = listed.map((sentence) => [sentence, table[sentence] ?? ""]);
  console.log(JSON.stringify(Object.fromEntries(entries), null, 2));
  return missing.length === 0 ? exitCodes.done : exitCodes.notReady;
}

void runCommand(printSentences);
