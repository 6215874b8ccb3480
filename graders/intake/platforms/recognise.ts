/** Which platform a download comes from: the first whose names they are. */
import type { SourceName } from "../../contract/submission";
import { recogniseBlackboard } from "./blackboard";
import { recogniseBrightspace } from "./brightspace";
import { recogniseCanvas } from "./canvas";
import { recogniseGradescope } from "./gradescope";
import { recogniseMoodle } from "./moodle";
import type { PlatformGroup, PlatformItem, Recognise } from "./platform";

const platforms: Readonly<Record<Exclude<SourceName, "plain">, Recognise>> = {
  moodle: recogniseMoodle,
  blackboard: recogniseBlackboard,
  brightspace: recogniseBrightspace,
  gradescope: recogniseGradescope,
  // Last, since its pattern is the loosest.
  canvas: recogniseCanvas,
};

export const sourceNames = ["plain", ...Object.keys(platforms)] as readonly SourceName[];

export interface Recognised {
  readonly source: SourceName;
  readonly groups: readonly PlatformGroup[];
}

/** @param wanted the platform that the person who grades names, instead of what the names tell */
export function recognisePlatform(items: readonly PlatformItem[], wanted?: SourceName): Recognised {
  if (wanted === "plain") return { source: "plain", groups: [] };
  if (wanted !== undefined) return { source: wanted, groups: platforms[wanted](items) ?? [] };
  for (const [source, recognise] of Object.entries(platforms)) {
    const groups = recognise(items);
    if (groups !== null) return { source: source as SourceName, groups };
  }
  return { source: "plain", groups: [] };
}
