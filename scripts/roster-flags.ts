/** The flags about a roster, the same for grading and for reporting again. */
import type { RosterRequest } from "../graders/grade/take-roster";
import type { Command } from "./terminal/command-line";

export interface RosterFlags {
  readonly roster?: string;
  readonly rosterId?: string;
  readonly match?: string;
}

export function addRosterOptions(command: Command): Command {
  return command
    .option(
      "--roster <file>",
      "CSV export with ids, names and perhaps e-mail addresses: names in reports, pseudonyms in scores",
    )
    .option("--roster-id <column>", "heading of the roster's column with the ids, where it is not recognised")
    .option(
      "--match <pattern>",
      'what names of submissions look like: "{id}_*"; {name} and {email} work as well',
    );
}

export function readRosterFlags({ roster, rosterId, match }: RosterFlags): RosterRequest {
  return {
    ...(roster === undefined ? {} : { rosterPath: roster }),
    ...(rosterId === undefined ? {} : { rosterIdColumn: rosterId }),
    ...(match === undefined ? {} : { rosterPattern: match }),
  };
}
