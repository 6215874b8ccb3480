/** Limits under which the hostile suite runs: small, so that every one is met soon. */
const MEBIBYTE = 1024 * 1024;

export const hostileLimits = {
  callMs: 600,
  loadMs: 1500,
  dataBytes: 256 * MEBIBYTE,
  treeBytes: 192 * MEBIBYTE,
  printedBytes: 2 * MEBIBYTE,
} as const;
