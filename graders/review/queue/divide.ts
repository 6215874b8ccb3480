/** A group in parts of as many texts as a person reads before one decision. Pure. */
import { listUnreadTexts } from "../../contract/unread-explanation";
import type { DeskGroup, Member } from "./groups";

/** What a member's student writes: Markdown; null where nothing. */
export interface MemberWords {
  /** To be answered. */
  readonly requests: string | null;
  /** About the question, and about no question, which may be about it. */
  readonly texts: string | null;
}

/** More different ones are another group. */
const mostWords = 12;

/** Members with the same words stay together; the first part keeps the group's key. */
export function divideByWords(group: DeskGroup): readonly DeskGroup[] {
  const parts: [Member, ...Member[]][] = [];
  const places = new Map<string, number>();
  for (const member of group.members) {
    const name = nameWords(member);
    const place = places.get(name) ?? Math.floor(places.size / mostWords);
    places.set(name, place);
    const part = parts[place];
    if (part === undefined) parts[place] = [member];
    else part.push(member);
  }
  return parts.map((members, at) => ({
    ...group,
    key: at === 0 ? group.key : `${group.key}.${at}`,
    members,
  }));
}

export function listWords({ record, questions, requests }: Member): MemberWords {
  const explained = questions.filter(({ explanation }) => explanation.trim() !== "");
  const texts = explained.map(({ id, explanation }) =>
    questions.length > 1 ? `**${id}**\n\n${explanation}` : explanation,
  );
  return { requests: joinTexts(requests), texts: joinTexts([...texts, ...listUnreadTexts(record)]) };
}

/** Different words in the order in which they are read: the most frequent first. */
export function numberWords(
  members: readonly Member[],
): readonly { readonly words: MemberWords; readonly members: readonly Member[] }[] {
  const byName = new Map<string, Member[]>();
  for (const member of members) {
    const name = nameWords(member);
    byName.set(name, [...(byName.get(name) ?? []), member]);
  }
  return [...byName.values()]
    .sort((a, b) => b.length - a.length)
    .map((sharing) => ({ words: listWords(sharing[0] as Member), members: sharing }));
}

/** Two members have the same where the same is to be read. */
function nameWords(member: Member): string {
  return JSON.stringify(listWords(member));
}

function joinTexts(all: readonly string[]): string | null {
  const texts = all.filter((text) => text.trim() !== "");
  return texts.length === 0 ? null : texts.join("\n\n---\n\n");
}
