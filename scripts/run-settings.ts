/** How submissions are run: the flags and the settings file, the same for every verb that runs any. */
import type { SandboxMode } from "../graders/contract/sandbox-report";
import { type Config, configFile, readConfig } from "../graders/grade/config-file";
import type { GradeRequest } from "../graders/grade/grade-request";
import { type Command, Option } from "./terminal/command-line";

export interface RunFlags {
  readonly sandbox: SandboxMode;
  readonly limit: Record<string, string>;
  readonly config?: string;
}

export type RunSettings = Required<Pick<GradeRequest, "sandboxMode" | "limits">> & {
  /** Questions that count otherwise, where the file speaks of them. */
  readonly weighed?: Config["questions"];
};

export function addRunOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        "--sandbox <mode>",
        "auto: the best there is; required: refuse below strong; none: no confinement",
      )
        .choices(["auto", "required", "none"])
        .default("auto"),
    )
    .option(
      "--limit <name=value>",
      "override a limit, e.g. --limit callMs=5000 (repeatable)",
      collectLimit,
      {},
    )
    .option(
      "--config <file>",
      `JSON with "sandbox" and "limits", for grading also "questions" (${configFile} in the current folder when left out); flags win`,
    );
}

/** @param command parsed, with these flags @throws UsageError for a settings file that cannot be read */
export async function readRunSettings(command: Command): Promise<RunSettings> {
  const { sandbox, limit, config: path } = command.opts<RunFlags>();
  const config = await readConfig(path);
  const isTyped = command.getOptionValueSource("sandbox") === "cli";
  return {
    sandboxMode: isTyped ? sandbox : (config.sandbox ?? sandbox),
    limits: { ...config.limits, ...limit },
    ...(config.questions === undefined ? {} : { weighed: config.questions }),
  };
}

/** Collects what is repeated; names and values are checked with all limits. */
function collectLimit(text: string, limits: Record<string, string>): Record<string, string> {
  const [, name, value] = /^(\w+)=(.*)$/s.exec(text) ?? [text, text, ""];
  return { ...limits, [name as string]: value as string };
}
