/** Which platform a download comes from: the one whose names most of them are, since students name files, too. */
import type { SourceName } from "../../contract/submission";
import { recogniseBlackboard } from "./blackboard";
import { recogniseBrightspace } from "./brightspace";
import { isBesideCanvas, recogniseCanvas } from "./canvas";
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

/** Half of the names at least have to be a platform's, and of Canvas' more than half. @param wanted the platform that the person who grades names, instead of what the names tell */
export function recognisePlatform(items: readonly PlatformItem[], wanted?: SourceName): Recognised {
  if (wanted === "plain") return { source: "plain", groups: [] };
  if (wanted !== undefined) return { source: wanted, groups: platforms[wanted](items) ?? [] };
  const found = Object.entries(platforms).flatMap(([source, recognise]) => {
    const groups = recognise(items);
    return groups === null ? [] : [{ source: source as SourceName, groups, count: countItems(groups) }];
  });
  const [best] = found.sort((a, b) => b.count - a.count);
  return best === undefined || !isMost(best, items)
    ? { source: "plain", groups: [] }
    : { source: best.source, groups: best.groups };
}

interface Found extends Recognised {
  /** Of names. */
  readonly count: number;
}

/** One name among many is a student's own, whatever platform it looks like; Canvas' look like many. */
function isMost({ source, groups, count }: Found, items: readonly PlatformItem[]): boolean {
  if (source !== "canvas") return 2 * count >= items.length;
  const own = new Set(groups.flatMap(listItems));
  return count > items.filter(({ name }) => !own.has(name) && !isBesideCanvas(name)).length;
}

function countItems(groups: readonly PlatformGroup[]): number {
  return new Set(groups.flatMap(listItems)).size;
}

/** Whatever becomes of them: each is a sign of the platform. */
export const listItems = ({ folder, files, leftAside, besides = [] }: PlatformGroup): readonly string[] => [
  ...(folder === undefined ? [] : [folder]),
  ...files.map(({ from }) => from),
  ...leftAside.map(({ name }) => name),
  ...besides,
];
