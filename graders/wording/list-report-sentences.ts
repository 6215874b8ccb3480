/** Every sentence that a report can say about any question, in English, with places for what is filled in. Pure. */

import type { Observation } from "../contract/observation";
import { describeObservation } from "./observations";
import { englishSentences } from "./sentences";

/** A number that stands for any, so that it can be found again in a sentence. */
const anyNumber = 987_654_321;
const MEBIBYTE = 1024 * 1024;

const missingKinds = ["other-case", "not-exported", "in-a-class", "similar"] as const;

export function listReportSentences(): readonly string[] {
  const { findings, notices, classPage } = englishSentences;
  const said = [
    findings.unanswered(["{name}"]),
    findings.unanswered(["a", "b"]).replace("`a`, `b`", "{names}"),
    ...missingKinds.map((kind) => findings.missing("{name}", { kind, found: "{nameFound}" })),
    findings.malformed("{came}", "{expected}"),
    findings.failed({ kind: "threw", message: "" }),
    findings.failed({ kind: "timed-out", limitMs: anyNumber * 1000 }),
    findings.failed({ kind: "out-of-memory", limitBytes: anyNumber * MEBIBYTE }),
    findings.failed({ kind: "too-large", limit: "" }),
    findings.failed({ kind: "too-large", limit: "1 bytes of printed output" }),
    findings.failed({ kind: "did-not-answer", because: "{because}" }),
    findings.failed({ kind: "missing-export" }),
    findings.failed({ kind: "tampering", because: "" }),
    notices.stoppedAt("{file}", anyNumber),
    classPage.reasons.stopped("{error}"),
    classPage.reasons.unassigned("{text}"),
    classPage.reasons.explained("{titles}"),
    classPage.reasons.noneFound(anyNumber),
    ...listObservationSentences(),
  ];
  const labels = listStrings({ ...englishSentences, language: undefined });
  return [...new Set([...said.map(placeNumber), ...labels])];
}

function placeNumber(sentence: string): string {
  return sentence.replaceAll(String(anyNumber), "{n}");
}

function listStrings(node: unknown): readonly string[] {
  if (typeof node === "string") return [node];
  if (typeof node !== "object" || node === null) return [];
  return Object.values(node).flatMap(listStrings);
}

const factors = [
  "2",
  "1/2",
  "4",
  "1/4",
  "8",
  "1/8",
  "1024/1000",
  "1000/1024",
  "1024",
  "1/1024",
  "1000",
  "1/1000",
];

/** Whole sentences, and the pieces that some are made of. */
function listObservationSentences(): readonly string[] {
  const dimension = "{dimension}";
  const observations: readonly Observation[] = [
    { kind: "constant", isRightOnNotebook: false },
    { kind: "shifted-dimension", dimension, by: anyNumber },
    { kind: "shifted-dimension", dimension, by: -anyNumber },
    ...[1, 2, -1, -2].map((times) => ({ kind: "extra-factor", dimension, times }) as const),
    { kind: "exchanged-dimension", used: "{used}", expected: "{expected}" },
    { kind: "independent-of", dimension },
    { kind: "formula", terms: [{ coefficient: 1, powers: { "{formula}": 1 } }] },
    { kind: "right-where", condition: "{condition}" },
    { kind: "right-on-public-only" },
  ];
  return [
    ...observations.map(describeObservation),
    ...listAnswerSentences(),
    ...listGrowthSentences(),
    ...listShares(),
  ];
}

/** "Your count of macs is always exactly twice …": whose, and what. */
function listAnswerSentences(): readonly string[] {
  const subject = "Your answer is always ";
  const say = (observation: Observation): string => describeObservation(observation).slice(subject.length);
  const ofFactors = [...factors, "{factor}"].map((factor) => say({ kind: "factor", factor }));
  const ofOffsets = ["{n}", "-{n}"].map((offset) => say({ kind: "offset", offset }));
  return ["{answer} is always {what}", "Your answer", "Your count of {name}", ...ofFactors, ...ofOffsets];
}

function listGrowthSentences(): readonly string[] {
  const say = (came: number): string =>
    describeObservation({ kind: "growth", dimension: "{dimension}", expected: anyNumber, came });
  const powers = [0, 1, 2, anyNumber].map((power) => {
    const [, words] = /your answers grow (.*);/.exec(say(power)) ?? [];
    return words as string;
  });
  const [, whole] = powers;
  const pattern = say(1)
    .replace(`grow ${whole}`, "grow {came}")
    .replace(/; .* is expected/, "; {expected} is expected");
  return [pattern, ...powers];
}

function listShares(): readonly string[] {
  const said = describeObservation({ kind: "partly-right", right: 1111, cases: 2222 });
  return [said.replace("1111", "{n}").replace("2222", "{nAll}")];
}
