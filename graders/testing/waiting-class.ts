/** For tests: a class of sixty of whom twenty-five wait, each with words of their own; graded by the real verb but for processes: work is called here. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Assignment } from "../contract/assignment";
import type { Deal } from "../grade/grade-request";
import { buildRecord } from "../records/record";
import { openStore } from "../records/store";
import { judgeImplementation } from "./judge-implementation";
import { toyAssignment } from "./toy-assignment";

type Count = (rows: number, columns: number) => number;

export interface WaitingWork {
  readonly area: Count;
  readonly price: Count;
  readonly explanations: Readonly<Record<string, string>>;
}

const right: WaitingWork = { area: (r, c) => r * c, price: (r, c) => 3 * r * c, explanations: {} };
const twoSides = "each cell has an upper and a lower side and both of them count";
const paintTwice = "the box is painted twice, once inside and once outside, as stated";
const square = "the box of the notebook is a square, so I took one side twice";
const longer = "one side of the box is longer than the other only by a little";
const frame = "around the box there is a frame of five cells that also count";
const tens = "cells are sold in bags of ten, so nobody can buy a part of one";

const waiting: readonly (readonly [students: number, work: Partial<WaitingWork>])[] = [
  [6, { area: (r, c) => 2 * r * c, explanations: { area: twoSides } }],
  [4, { area: (r, c) => 2 * r * c, explanations: { area: paintTwice } }],
  [4, { area: (r) => r * r, explanations: { area: square } }],
  [3, { area: (r, c) => 2 * r * c + 5, explanations: { area: frame } }],
  [2, { area: (r) => r * r, explanations: { area: longer } }],
  [2, { area: (r, c) => Math.ceil((r * c) / 10) * 10, explanations: { area: tens } }],
  [
    2,
    { price: (r) => 3 * r, explanations: { price: "a price is asked for each row and not for each cell" } },
  ],
  [2, { price: (r, c) => 4 * r * c, explanations: { price: "with the tax it comes to four for each cell" } }],
];
const others: readonly Partial<WaitingWork>[] = [{}, {}, {}, { area: (r) => r * r }, { price: () => 0 }];

const students = 60;

export interface WaitingClass {
  /** The folder that is handed in. */
  readonly path: string;
  /** Puts other work in the place of a student's. @param id "s01.ts" */
  handIn(id: string, work: WaitingWork): Promise<void>;
  /** Judges what is handed in now, and records it. */
  deal(outFolder: string, assignment?: Assignment): Deal;
}

/** @param folder where `class/` is made */
export async function makeWaitingClass(folder: string): Promise<WaitingClass> {
  const path = join(folder, "class");
  const works = new Map<string, WaitingWork>();
  const handIn = async (id: string, work: WaitingWork): Promise<void> => {
    works.set(id, work);
    await writeFile(join(path, id), writeSource(work));
  };
  await mkdir(path, { recursive: true });
  const drawn = waiting.flatMap(([count, work]) => Array<Partial<WaitingWork>>(count).fill(work));
  for (let at = 0; at < students; at += 1) {
    const id = `s${String(at + 1).padStart(2, "0")}.ts`;
    const { explanations = {}, ...work } = drawn[at] ?? others[at % others.length] ?? {};
    const own = Object.entries(explanations).map(([question, text]) => [question, `${text}, as ${id} says`]);
    await handIn(id, { ...right, ...work, explanations: Object.fromEntries(own) });
  }
  return { path, handIn, deal: (out, assignment = toyAssignment) => dealHere(works, out, assignment) };
}

function writeSource({ area, price, explanations }: WaitingWork): string {
  const functions = `export const area = ${area};\nexport const price = ${price};\n`;
  return `${functions}export const explanations = ${JSON.stringify(explanations)};\n`;
}

function dealHere(
  works: ReadonlyMap<string, WaitingWork>,
  outFolder: string,
  { questions }: Assignment,
): Deal {
  return async ({ facts, submissions }) => {
    const store = openStore(outFolder);
    const now = new Date().toISOString();
    return Promise.all(
      submissions.map(async (found) => {
        const { explanations = {}, ...functions } = works.get(found.id) ?? {};
        const judged = judgeImplementation(questions, functions, { seed: "ridgepoint", explanations });
        const told = { tampering: null, output: { stdout: "", stderr: "" } };
        const clock = { startedAt: now, finishedAt: now, durationMs: 0 };
        const record = buildRecord(facts, found, { kind: "judged", questions: judged, ...told }, clock);
        await store.writeRecord(record);
        return record;
      }),
    );
  };
}
