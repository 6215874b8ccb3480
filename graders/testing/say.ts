/** A message as English-speaking people read it: tests are written in words. */
import type { Message } from "../contract/message";
import type { PartFinding } from "../contract/verdict";
import { sayText } from "../wording/messages";
import { english } from "../wording/translator";

export function say(text: string | Message): string {
  return sayText(text, english);
}

/** What came where a value of another form is asked for, in words; the finding's kind where it is no such finding. */
export function sayCame(finding: PartFinding | undefined): string | undefined {
  return finding?.kind === "malformed" ? say(finding.came) : finding?.kind;
}
