/** What a learning platform's download looks like: from the names in it to who handed in what. Pure. */
import type { Account } from "../../contract/submission";

export interface PlatformItem {
  readonly name: string;
  readonly isFolder: boolean;
}

/** A file, or a folder of files, that the platform makes of what is typed into its page. */
export interface TypedItem {
  readonly name: string;
  readonly isFolder?: true;
  /** A page holds what was typed and nothing else; a receipt stands beside every attempt, whatever was typed. */
  readonly as: "page" | "receipt";
}

/** What one person, or one group of persons, handed in. */
export interface PlatformGroup {
  /** Unique in the download, and to be read by people. */
  readonly id: string;
  /** Absent when the download does not tell. */
  readonly accounts?: readonly Account[];
  /** Item whose contents were handed in. */
  readonly folder?: string;
  /** Items that were handed in, under the name that the student gave them. */
  readonly files: readonly { readonly at: string; readonly from: string; readonly isAlias?: true }[];
  /** Of what counts, not of earlier attempts. */
  readonly typed?: readonly TypedItem[];
  /** Items that the platform itself put there, and that say nothing more. */
  readonly written?: readonly string[];
  readonly leftAside: readonly { readonly name: string; readonly why: "online-text" | "earlier-attempt" }[];
}

/** Every name that is one of the platform's, whatever becomes of it; those that were handed in first. */
export const listNames = (group: PlatformGroup): readonly string[] => [
  ...(group.folder === undefined ? [] : [group.folder]),
  ...group.files.map(({ from }) => from),
  ...(group.typed ?? []).map(({ name }) => name),
  ...(group.written ?? []),
  ...group.leftAside.map(({ name }) => name),
];

/** Null when the names are not those of the platform. Items in no group are taken as if there were no platform. */
export type Recognise = (items: readonly PlatformItem[]) => readonly PlatformGroup[] | null;
