/** A class's seed sealed before its deadline, and the seal looked at once the seed is published. */
import { resolve } from "node:path";
import type { Producer } from "../contract/record";
import { type Build, readBuild } from "../records/build";
import { canBeGuessed, readCommitment, seal } from "../records/seal";
import { checkSeed, readOwnSeed, type SeedOrigin, takeSeed } from "./class-seed";

export interface SealRequest {
  /** Of the class. */
  readonly out: string;
  /** Typed instead of the class's own. */
  readonly seed: string | undefined;
  /** The repository. */
  readonly root: string;
  readonly producer: Producer;
}

export interface Seal {
  readonly commitment: string;
  readonly build: Build;
  readonly origin: SeedOrigin;
  /** Whether the seed can be found from the commitment by trying. */
  readonly canBeGuessed: boolean;
}

/** @throws as {@link takeSeed} */
export async function sealClass({ out, seed: given, root, producer }: SealRequest): Promise<Seal> {
  const build = await readBuild(root, producer);
  const { seed, origin } = await takeSeed(resolve(out), given);
  return { commitment: seal(seed, build), build, origin, canBeGuessed: canBeGuessed(seed) };
}

export interface SealCheck {
  readonly holds: boolean;
  /** What the seed and this build give. */
  readonly now: string;
  readonly build: Build;
}

/** @param commitment as it was published @throws UsageError for none, or a class without a seed */
export async function checkSeal(
  commitment: string,
  { out, seed: given, root, producer }: SealRequest,
): Promise<SealCheck> {
  const seed = given === undefined ? await readOwnSeed(resolve(out)) : checkSeed(given);
  const published = readCommitment(commitment);
  const build = await readBuild(root, producer);
  const now = seal(seed, build);
  return { holds: now === published, now, build };
}
