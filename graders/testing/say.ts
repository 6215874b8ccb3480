/** A message as English-speaking people read it: tests are written in words. */
import type { Message } from "../contract/message";
import { sayText } from "../wording/messages";
import { english } from "../wording/translator";

export function say(text: string | Message): string {
  return sayText(text, english);
}
