/** For tests: somebody who handed in nothing earlier, so that readings that look back cannot speak. */
import type { Earlier } from "./question";

export const nothingEarlier: Earlier = {
  answer: () => undefined,
  reading: () => undefined,
  explanation: () => "",
};
