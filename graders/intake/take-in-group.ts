/** What one person handed in on a platform, with what was typed into its page. */
import type { Limits } from "../contract/limits";
import type { Message } from "../contract/message";
import type { FoundSubmission, LeftAside } from "../contract/submission";
import { type FileTree, joinPath, takeParts } from "./file-tree";
import { readReceipt } from "./platforms/blackboard-receipt";
import type { PlatformGroup, TypedItem } from "./platforms/platform";
import { readPage, readTypedText } from "./platforms/typed-text";
import { decodeText, Refusal } from "./read-source";
import { aside, refuse, remark } from "./remarks";
import type { TakeTree } from "./take-bounded";
import type { TakeInOptions } from "./take-in";
import { takeWithWord } from "./take-with-word";

export interface TakenGroup {
  readonly found: FoundSubmission;
  readonly leftAside: readonly LeftAside[];
}

export interface GroupReading {
  readonly take: TakeTree;
  readonly limits: Limits;
  readonly options: TakeInOptions;
}

export async function takeInGroup(
  tree: FileTree,
  group: PlatformGroup,
  { take, limits, options }: GroupReading,
): Promise<TakenGroup> {
  const { id, accounts, folder, files, typed = [] } = group;
  const parts = takeParts(tree, { files, ...(folder === undefined ? {} : { folder }) });
  const read: ReadItem[] = [];
  const found = await takeWithWord(id, async () => {
    for (const item of typed) read.push(await readItem(tree, item, limits));
    if (folder === undefined && files.length === 0) throw new Refusal(refuseWithoutFile(group, read));
    return take(parts, id, { ...options, typed: joinTyped(read) });
  });
  const leftAside = [...listEarlier(group), ...listForPerson(found, read)];
  return { found: accounts === undefined ? found : { ...found, accounts }, leftAside };
}

interface ReadItem {
  readonly item: TypedItem;
  /** "" where nothing was typed; null where that cannot be told. */
  readonly text: string | null;
  readonly remarks: readonly Message[];
}

/** @throws GraderFault for what the machine did */
async function readItem(tree: FileTree, item: TypedItem, limits: Limits): Promise<ReadItem> {
  try {
    const texts: string[] = [];
    for (const path of await listPages(tree, item)) {
      const bytes = await tree.read(path, limits.sourceFileBytes);
      texts.push(decodeText(bytes) ?? new TextDecoder().decode(bytes));
    }
    return { item, text: readAs(item, texts), remarks: [] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { item, text: null, remarks: [remark.answersUnread(item.name, error.says)] };
  }
}

/** Pictures that were put into the text lie beside it. */
async function listPages(tree: FileTree, { name, isFolder }: TypedItem): Promise<readonly string[]> {
  if (isFolder !== true) return [name];
  const items = await tree.list(name);
  return items.flatMap((one) =>
    one.kind === "file" && /\.html?$/i.test(one.name) ? [joinPath(name, one.name)] : [],
  );
}

function readAs({ as }: TypedItem, texts: readonly string[]): string | null {
  if (texts.length === 0) return null;
  if (as === "page") return texts.map(readPage).join("\n\n");
  const { typed } = readReceipt(texts.join("\n"));
  return typed === null ? null : readTypedText(typed);
}

/** Of receipts in a language that is not known nobody can tell, so that nothing is said of a text. */
function refuseWithoutFile({ leftAside }: PlatformGroup, read: readonly ReadItem[]): Message {
  const isTyped = read.some(({ item, text }) => item.as === "page" || (text !== null && text !== ""));
  const isOther = leftAside.some(({ why }) => why === "online-text");
  return isTyped || isOther ? refuse.onlyOnlineText() : refuse.noFile();
}

/**
 * A heading that names no question stands above it: what is typed without one belongs to none, and not to the last one
 * of answers.md.
 */
function joinTyped(read: readonly ReadItem[]): NonNullable<TakeInOptions["typed"]> {
  const texts = read.flatMap(({ text }) => (text === null || text === "" ? [] : [`# …\n\n${text}\n`]));
  const remarks = read.flatMap((one) => one.remarks);
  return {
    text: texts.join("\n"),
    remarks: texts.length === 0 ? remarks : [remark.typedTaken(), ...remarks],
  };
}

const listEarlier = ({ leftAside }: PlatformGroup): readonly LeftAside[] =>
  leftAside.map(({ name, why }) => ({
    name,
    because: why === "online-text" ? aside.onlineText(name) : aside.earlierAttempt(name),
  }));

/** What was typed and went into no submission; a receipt that says nothing is nothing to speak of. */
function listForPerson({ kind }: FoundSubmission, read: readonly ReadItem[]): readonly LeftAside[] {
  const unread = read.filter(({ text }) => text === null || (kind !== "submission" && text !== ""));
  return unread.map(({ item: { name } }) => ({ name, because: aside.onlineText(name) }));
}
