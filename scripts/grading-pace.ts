/** How a grading goes, in a line: how fast, how long still, who is running, who was not graded. */
import { listFew } from "../graders/contract/list-few";
import type { GradeEvent } from "../graders/grade/grade-request";
import { toPlainText } from "./terminal/colors";

export interface Pace {
  see(event: GradeEvent): void;
  /** Null before there is anything to tell. */
  describe(): string | null;
  /** Who took longest, and who took most of the processor; null where nobody was graded, or one alone. */
  conclude(): string | null;
}

interface Took {
  readonly id: string;
  readonly ms: number;
  readonly processorMs: number;
}

/** Fewer say nothing about the others. */
const fewestToGoBy = 3;
const mostNames = 3;

/** @param nowMs any clock that only goes forward */
export function createPace(nowMs: () => number): Pace {
  const running = new Map<string, number>();
  const took: Took[] = [];
  const failed: string[] = [];
  let total = 0;
  let done = 0;
  let startMs = nowMs();

  const finish = ({ record, reused, processorMs = 0 }: Extract<GradeEvent, { kind: "finished" }>): void => {
    const { id } = record.submission;
    const sinceMs = running.get(id);
    done += 1;
    running.delete(id);
    if (sinceMs !== undefined && !reused) took.push({ id, ms: nowMs() - sinceMs, processorMs });
    if (record.status === "not_graded") failed.push(id);
  };
  return {
    see: (event) => {
      switch (event.kind) {
        case "started":
          total = event.submissions;
          startMs = nowMs();
          return;
        case "running":
          running.set(event.id, nowMs());
          return;
        case "finished":
          return finish(event);
      }
    },
    describe: () => {
      const words = [
        ...(took.length < fewestToGoBy ? [] : describeRate(took.length / (nowMs() - startMs), total - done)),
        ...(running.size === 0 ? [] : [`running ${listNames([...running.keys()])}`]),
        ...(failed.length === 0 ? [] : [`not graded ${listNames(failed)}`]),
      ];
      return words.length === 0 ? null : words.join(" · ");
    },
    conclude: () => (took.length < 2 ? null : conclude(took)),
  };
}

/** @param perMs submissions a millisecond */
function describeRate(perMs: number, left: number): readonly string[] {
  const rate =
    perMs * 1000 >= 1 ? `${(perMs * 1000).toFixed(1)} a second` : `${(perMs * 60_000).toFixed(1)} a minute`;
  return left === 0 ? [rate] : [rate, `about ${describeTime(left / perMs)} left`];
}

function describeTime(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}

function listNames(ids: readonly string[]): string {
  return listFew(ids.map(toPlainText), mostNames);
}

function conclude(took: readonly Took[]): string {
  const slowest = `slowest: ${listMost(took, ({ ms }) => ms)}`;
  const spent = took.filter(({ processorMs }) => processorMs > 0);
  const dearest = listMost(spent, ({ processorMs }) => processorMs);
  return spent.length < 2 ? slowest : `${slowest} · most of the processor: ${dearest}`;
}

function listMost(took: readonly Took[], count: (one: Took) => number): string {
  const most = [...took].sort((a, b) => count(b) - count(a)).slice(0, mostNames);
  return most.map((one) => `${toPlainText(one.id)} ${(count(one) / 1000).toFixed(1)} s`).join(", ");
}
