/** Takes in a class: what in it is not small in a process that may be stopped, which starts with the first of that kind. */
import type { Limits } from "../../contract/limits";
import type { Discovery } from "../../contract/submission";
import { type DiscoverOptions, discoverSubmissions } from "../../intake/discover";
import { openReader } from "./open-reader";

/** @throws as {@link discoverSubmissions} */
export async function discoverApart(
  path: string,
  limits: Limits,
  options: DiscoverOptions = {},
  signal?: AbortSignal,
): Promise<Discovery> {
  const reader = openReader(limits, signal);
  try {
    return await discoverSubmissions(path, limits, options, { reader, signal });
  } finally {
    await reader.close();
  }
}
