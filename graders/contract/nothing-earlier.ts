/** Somebody who handed in nothing earlier, so that readings that look back cannot speak. */
import type { Earlier } from "./earlier";

export const nothingEarlier: Earlier = {
  answer: () => undefined,
  reading: () => undefined,
  explanation: () => "",
};
