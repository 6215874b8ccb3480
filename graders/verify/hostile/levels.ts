/** The sandboxes that this machine can offer, from the best down, by leaving layers out. */
import type { OptionalLayer, SandboxReport } from "../../contract/sandbox-report";
import type { Reasons } from "../../running/sandbox/report";

export interface OfferedLevel {
  readonly name: string;
  readonly without: Reasons;
}

const steps: readonly { readonly name: string; readonly leftOut: readonly OptionalLayer[] }[] = [
  { name: "all layers", leftOut: [] },
  { name: "as an ordinary user", leftOut: ["cgroup", "uid-drop"] },
  { name: "root without namespaces", leftOut: ["namespaces", "seccomp", "cgroup"] },
  { name: "neither root nor namespaces", leftOut: ["namespaces", "seccomp", "cgroup", "uid-drop"] },
];

/** Those that differ from one another. Without any layer nothing is promised, so that is not among them. */
export function listLevels({ active }: SandboxReport): readonly OfferedLevel[] {
  const listLeft = (leftOut: readonly string[]): string => {
    return active.filter((layer) => !leftOut.includes(layer)).join();
  };
  return steps.flatMap(({ name, leftOut }, i) => {
    // Of equal ones the last, whose name says most.
    if (steps.slice(i + 1).some((later) => listLeft(later.leftOut) === listLeft(leftOut))) return [];
    const without = Object.fromEntries(
      leftOut.map((layer) => [layer, "left out to try what holds without it"]),
    );
    return [{ name, without }];
  });
}
