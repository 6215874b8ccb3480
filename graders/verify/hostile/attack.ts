/**
 * One attack: a tiny hostile program in `samples/<family>/<behaviour>.ts`, with what must become of it in the
 * comment at its top.
 *
 *   // Reads the list of the system's users.
 *   // expected: stopped
 *   // held by: namespaces, uid-drop        (only where no layer less than these can hold it)
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type LayerName, layerNames } from "../../contract/sandbox-report";

export interface Attack {
  /** "a-read" … "i-determinism". */
  readonly family: string;
  readonly name: string;
  readonly says: string;
  /** Any one of these is a hold. */
  readonly expected: readonly string[];
  /** One of these layers must be active for it to be held; empty: held at every level. */
  readonly heldBy: readonly LayerName[];
  readonly source: string;
}

const kinds = [
  "stopped",
  "threw",
  "timed-out",
  "out-of-memory",
  "too-large",
  "did-not-answer",
  "tampering",
  "does-not-load",
  "same",
  "changes",
];

const samples = join(__dirname, "samples");

export function listAttacks(): readonly Attack[] {
  return readdirSync(samples)
    .sort()
    .flatMap((family) =>
      readdirSync(join(samples, family))
        .sort()
        .map((file) =>
          readAttack(family, file.replace(/\.ts$/, ""), readFileSync(join(samples, family, file), "utf8")),
        ),
    );
}

/** @throws Error naming the file whose head is not as above */
function readAttack(family: string, name: string, source: string): Attack {
  const head = /^\/\/ (.+)\n\/\/ expected: (.+)\n(?:\/\/ held by: (.+)\n)?/.exec(source);
  if (head === null)
    throw new Error(`${family}/${name}: expected a comment with what it does and what must come`);
  const [, says = "", expected = "", heldBy = ""] = head;
  const attack = {
    family,
    name,
    says,
    expected: expected.split(" | "),
    heldBy: heldBy.split(", ").filter(Boolean) as LayerName[],
    source,
  };
  const odd = [
    ...attack.expected.filter((one) => !kinds.includes(one) && !one.startsWith("value ")),
    ...attack.heldBy.filter((layer) => !(layerNames as readonly string[]).includes(layer)),
  ];
  if (odd.length > 0)
    throw new Error(`${family}/${name}: ${odd.join(", ")} is neither an outcome nor a layer`);
  return attack;
}
