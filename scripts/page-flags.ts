/** The flags about pages, the same for grading and for reporting again. */
import { resolve } from "node:path";
import type { PageRequest } from "../graders/grade/page-request";
import { chooseLanguage, readLanguages } from "../graders/wording/languages";
import type { Command } from "./terminal/command-line";

export interface LanguageFlag {
  readonly language?: string;
}

/** For `Command.option`. */
export const languageOption = [
  "--language <tag>",
  "language of reports and messages to students, kept until another is asked for; English at first",
] as const;

/** @throws UsageError when there is no such language */
export function readLanguageFlag({ language }: LanguageFlag): Pick<PageRequest, "translator"> {
  return language === undefined ? {} : { translator: chooseLanguage(language, readLanguages()) };
}

export interface PageFlags extends LanguageFlag {
  readonly templates?: string | false;
  readonly anonymous?: true;
  readonly reveal?: true;
}

export function addPageOptions(command: Command): Command {
  return command
    .option(...languageOption)
    .option(
      "--templates <dir>",
      "a folder whose files take the place of those of the same name in templates/ (docs/templates.md); kept as well",
    )
    .option("--no-templates", "pages by our templates again")
    .option("--anonymous", "also a class page without names, to show in class; kept up to date afterwards")
    .option(
      "--reveal",
      "reference values beside students' own on their pages: not for hand-out while anybody may still hand in; " +
        "the next run without it takes them out again",
    );
}

/** @throws UsageError when there is no such language */
export function readPageFlags({ templates, anonymous, reveal, ...flags }: PageFlags): PageRequest {
  return {
    ...readLanguageFlag(flags),
    ...(templates === undefined ? {} : { ownTemplates: templates === false ? null : resolve(templates) }),
    ...(anonymous === undefined ? {} : { isAnonymousAsked: true }),
    ...(reveal === undefined ? {} : { isRevealed: true }),
  };
}
