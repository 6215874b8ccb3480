/** How a grading goes, in a line: how fast, how long still, who is running, who was not graded. */
import type { GradeEvent } from "../graders/grade/grade-request";
import { toPlainText } from "./terminal/colors";

export interface Pace {
  see(event: GradeEvent): void;
  /** Null before there is anything to tell. */
  describe(): string | null;
  /** Who took longest; null where nobody was graded, or one alone. */
  conclude(): string | null;
}

interface Took {
  readonly id: string;
  readonly ms: number;
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

  const finish = ({ record, reused }: Extract<GradeEvent, { kind: "finished" }>): void => {
    const { id } = record.submission;
    const sinceMs = running.get(id);
    done += 1;
    running.delete(id);
    if (sinceMs !== undefined && !reused) took.push({ id, ms: nowMs() - sinceMs });
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
    conclude: () => (took.length < 2 ? null : `slowest: ${listSlowest(took)}`),
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
  const shown = ids.slice(0, mostNames).map(toPlainText).join(", ");
  return ids.length > mostNames ? `${shown} and ${ids.length - mostNames} more` : shown;
}

function listSlowest(took: readonly Took[]): string {
  const slowest = [...took].sort((a, b) => b.ms - a.ms).slice(0, mostNames);
  return slowest.map(({ id, ms }) => `${toPlainText(id)} ${(ms / 1000).toFixed(1)} s`).join(", ");
}
