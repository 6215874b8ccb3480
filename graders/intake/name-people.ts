/** Who handed in what, where a platform says it in files beside the work: Gradescope's metadata, Blackboard's receipts. */
import { mebibyte } from "../../reference/byte-sizes";
import { GraderFault } from "../contract/faults";
import type { Limits } from "../contract/limits";
import type { Message } from "../contract/message";
import type { FileTree, TreeItem } from "./file-tree";
import { nameUsers } from "./platforms/blackboard";
import { readReceipt } from "./platforms/blackboard-receipt";
import { addSubmitters, isMetadataName } from "./platforms/gradescope";
import { readSubmitters } from "./platforms/gradescope-metadata";
import type { PlatformGroup } from "./platforms/platform";
import type { Recognised } from "./platforms/recognise";
import { decodeText, Refusal } from "./read-source";
import { note } from "./remarks";

interface NamedGroups {
  readonly groups: readonly PlatformGroup[];
  readonly notes: readonly Message[];
}

export async function namePeople(
  tree: FileTree,
  items: readonly TreeItem[],
  { source, groups }: Recognised,
  limits: Limits,
): Promise<NamedGroups> {
  if (source === "gradescope") return nameSubmitters(tree, items, groups);
  if (source !== "blackboard") return { groups, notes: [] };
  const names = groups.flatMap(({ typed = [] }) => typed.map(({ name }) => name));
  const receipts = new Map<string, ReturnType<typeof readReceipt>>();
  for (const name of names) {
    const text = await readIfPossible(tree, name, limits.sourceFileBytes);
    if (text !== null) receipts.set(name, readReceipt(text));
  }
  return { groups: nameUsers(groups, receipts), notes: [] };
}

/** Results of an autograder may stand in it as well, so it may be large. */
const metadataBytes = 32 * mebibyte;

/** Gradescope names its folders by numbers: who is who stands in a file beside them. */
async function nameSubmitters(
  tree: FileTree,
  items: readonly TreeItem[],
  groups: readonly PlatformGroup[],
): Promise<NamedGroups> {
  const metadata = items.find(({ name, kind }) => kind === "file" && isMetadataName(name));
  if (metadata === undefined) return { groups, notes: [] };
  const text = await readIfPossible(tree, metadata.name, metadataBytes);
  const submitters = text === null ? null : readSubmitters(text);
  const named = addSubmitters(groups, submitters ?? new Map());
  const unnamed = named.filter(({ accounts }) => accounts === undefined).length;
  return { groups: named, notes: unnamed === 0 ? [] : [note.nameless(metadata.name, unnamed)] };
}

async function readIfPossible(tree: FileTree, path: string, maxBytes: number): Promise<string | null> {
  try {
    const bytes = await tree.read(path, maxBytes);
    return decodeText(bytes) ?? new TextDecoder().decode(bytes);
  } catch (error) {
    if (error instanceof Refusal || error instanceof GraderFault) return null;
    throw error;
  }
}
