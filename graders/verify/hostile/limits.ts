/** Limits under which the hostile suite runs: small, so that every one is met soon. */

import { mebibyte } from "../../../reference/byte-sizes";

export const hostileLimits = {
  callMs: 600,
  loadMs: 1500,
  dataBytes: 256 * mebibyte,
  treeBytes: 192 * mebibyte,
  printedBytes: 2 * mebibyte,
} as const;
