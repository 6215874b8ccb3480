/** What was handed in, as it was read into memory. */
import type { Message } from "./message";

export interface TextFile {
  /** Relative to the submission's folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** One source file, as it is compiled. */
export interface SourceFile extends TextFile {
  readonly bytes: number;
  /** As it was handed in, where that is under another name or another text; null for what only leads to another file. */
  readonly origin?: TextFile | null;
  /** What importing it says, where it stands for something that was not handed in or cannot be read. */
  readonly lacks?: string;
}

export interface Submission {
  readonly kind: "submission";
  /** Name of its folder or file as found ("ada" or "ada.ts"). */
  readonly id: string;
  /** Path of the entry file, one of `files`. */
  readonly entry: string;
  readonly files: readonly SourceFile[];
  readonly answersMarkdown?: string;
  /** "sha256:…" over the entry, what it imports, the explanations and what lies unread with work in it; wrapping and the entry's name are not in it. */
  readonly contentDigest: string;
  /** What was taken although it was not handed in as asked, for student and staff. Absent when there is nothing. */
  readonly remarks?: readonly Message[];
  /** What was handed in besides and not read, for staff. Absent when there is nothing. */
  readonly leftAside?: readonly LeftAside[];
  /** Where work may lie that was not read. Absent when there is nothing. */
  readonly unread?: readonly UnreadWork[];
  /** Who handed it in, as the platform it was downloaded from knows them: one, or a team. */
  readonly accounts?: readonly Account[];
}

/** What was not read, or not run, and what it seems to answer of what was run leaves open. */
export interface UnreadWork {
  readonly file: string;
  /** Counted from 1; of the notebook that was run, a cell that is no code. Absent for a whole file. */
  readonly cell?: number;
  /** Names of functions; none where nobody can look into it, and nothing at all was answered elsewhere. */
  readonly answers: readonly string[];
}

/** Something found that was not taken. */
export interface LeftAside {
  readonly name: string;
  readonly because: Message;
}

export interface Account {
  /** What the platform calls the person: a number or a login, as text. */
  readonly key: string;
  /** As it stands in the download, often shortened; null when it is not there. */
  readonly name: string | null;
  readonly email?: string;
}

/** Something handed in that cannot be graded, and why. */
export interface RefusedSubmission {
  readonly kind: "refused";
  readonly id: string;
  readonly refused: Message;
  readonly accounts?: readonly Account[];
}

/** Something handed in that this machine could not read: not graded, whatever it holds. */
export interface UnreadSubmission {
  readonly kind: "unread";
  readonly id: string;
  readonly fault: string;
  readonly accounts?: readonly Account[];
}

export type FoundSubmission = Submission | RefusedSubmission | UnreadSubmission;

/** Where a class was downloaded from, as its names tell; "plain" for folders and files of no platform. */
export const sourceNames = ["plain", "moodle", "blackboard", "brightspace", "gradescope", "canvas"] as const;

export type SourceName = (typeof sourceNames)[number];

export interface Discovery {
  /** Ordered by code point of id. */
  readonly submissions: readonly FoundSubmission[];
  readonly source: SourceName;
  /** What lay in the class and is nobody's submission. */
  readonly leftAside: readonly LeftAside[];
  /** About the class as a whole, for the person who grades. */
  readonly notes: readonly Message[];
  /** One person's work out of a download, named as it is there. */
  readonly isMember?: true;
}
