/** What a learning platform's download looks like: from the names in it to who handed in what. Pure. */
import type { Account } from "../../contract/submission";

export interface PlatformItem {
  readonly name: string;
  readonly isFolder: boolean;
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
  readonly leftAside: readonly { readonly name: string; readonly why: "online-text" | "earlier-attempt" }[];
  /** Items that the platform wrote beside them: nobody's work, and nothing to speak of. */
  readonly besides?: readonly string[];
}

/** Null when the names are not those of the platform. Items in no group are taken as if there were no platform. */
export type Recognise = (items: readonly PlatformItem[]) => readonly PlatformGroup[] | null;
