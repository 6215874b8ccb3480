/** The flags about pages, the same for grading and for reporting again. */
import { resolve } from "node:path";
import type { PageRequest } from "../graders/grade/page-request";
import { chooseLanguage, readLanguages } from "../graders/wording/languages";
import type { Command } from "./terminal/command-line";

export interface PageFlags {
  readonly language: string;
  readonly templates?: string;
  readonly anonymous?: true;
  readonly reveal?: true;
}

export function addPageOptions(command: Command): Command {
  return command
    .option("--language <tag>", "language of reports and messages to students", "en")
    .option(
      "--templates <dir>",
      "a folder whose files take the place of those of the same name in templates/ (docs/templates.md)",
    )
    .option("--anonymous", "also a class page without names, to show in class; kept up to date afterwards")
    .option(
      "--reveal",
      "reference values beside students' own on their pages: not for hand-out while anybody may still hand in; " +
        "the next run without it takes them out again",
    );
}

/** @throws UsageError when there is no such language */
export function readPageFlags({ language, templates, anonymous, reveal }: PageFlags): PageRequest {
  return {
    translator: chooseLanguage(language, readLanguages()),
    ...(templates === undefined ? {} : { ownTemplates: resolve(templates) }),
    ...(anonymous === undefined ? {} : { isAnonymousAsked: true }),
    ...(reveal === undefined ? {} : { isRevealed: true }),
  };
}
