/** The inputs that a class is asked, each with the reference's answer, for graders that only compare answers. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { serialize } from "node:v8";
import { planQuestions } from "../../../graders/judge/plan";
import { assignment } from "../../../graders/questions/efficient-deep-learning";
import * as referenceWork from "../../../graders/verify/reference-work";

const { toPlain }: { readonly toPlain: (answer: unknown) => unknown } = require("./plain.cjs");

export interface PeerCase {
  readonly export: string;
  readonly args: readonly unknown[];
  readonly expected: unknown;
}

export interface CaseFiles {
  /** Serialized as Node's threads do it, typed arrays included. */
  readonly cases: string;
  /** Expected answers by function, as `answers.cjs` writes a student's. */
  readonly expected: string;
}

export function writeCases(folder: string): CaseFiles {
  const files = { cases: join(folder, "cases.bin"), expected: join(folder, "expected.json") };
  const cases = listCases();
  writeFileSync(files.cases, serialize(cases));
  const byFunction: Record<string, unknown[]> = {};
  for (const one of cases) {
    byFunction[one.export] ??= [];
    byFunction[one.export]?.push(one.expected);
  }
  writeFileSync(files.expected, JSON.stringify(byFunction));
  return files;
}

/** What the reference does not answer is no case. */
function listCases(): readonly PeerCase[] {
  const reference: Readonly<Record<string, unknown>> = { ...referenceWork };
  return planQuestions(assignment.questions, "bench").calls.flatMap(({ export: name, args }) => {
    const answer = reference[name];
    if (typeof answer !== "function") return [];
    try {
      return [{ export: name, args, expected: toPlain(answer(...args)) }];
    } catch {
      return [];
    }
  });
}
