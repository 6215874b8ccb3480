/** Recorded training iterations of timm's ConvNeXt V2, made short enough to travel. */
import { peakOf } from "../../../reference/convnextv2/events";
import { readRecording } from "../../../reference/recordings/catalogue";
import type { RecordingSummary } from "../../../reference/recordings/recordings";
import type { MemoryEvent } from "../../contract/value";
import type { Events } from "./streams";

/** How far the shortened total may be above the recorded one: this share of the peak, and never above the peak itself. */
export const raisedShare = 1 / 200;

/** Events of one category, added up as they come. */
interface Joined extends Omit<MemoryEvent, "bytes"> {
  bytes: number;
}

/** A stretch of a recording: first its allocations, then its frees, each joined by category. */
class Stretch {
  private readonly allocated = new Map<string, Joined>();
  private readonly freed = new Map<string, Joined>();
  allocatedBytes = 0;
  freedBytes = 0;

  add(event: MemoryEvent): void {
    const events = event.bytes < 0 ? this.freed : this.allocated;
    const joined = events.get(event.category);
    if (joined === undefined) events.set(event.category, { ...event });
    else joined.bytes += event.bytes;
    if (event.bytes < 0) this.freedBytes -= event.bytes;
    else this.allocatedBytes += event.bytes;
  }

  list(): Events {
    return [...this.allocated.values(), ...this.freed.values()];
  }
}

/**
 * Joins the events of short stretches by category, in each of which small frees wait for the allocations that follow. An
 * event is named after the first it is made of.
 *
 * The peak with its holders, what is left at the end and the sums of what is allocated and freed stay exactly as recorded;
 * on the way the total is at most {@link raisedShare} of the peak above the recorded one, and never below.
 */
export function shortenRecording(events: Events): Events {
  const peak = Number(peakOf(events));
  const shortened: MemoryEvent[] = [];
  let stretch = new Stretch();
  let before = 0;
  for (const event of events) {
    const raised = before + stretch.allocatedBytes + event.bytes;
    const mayWait = stretch.freedBytes <= peak * raisedShare && raised < peak;
    if (event.bytes > 0 && stretch.freedBytes > 0 && !mayWait) {
      shortened.push(...stretch.list());
      before += stretch.allocatedBytes - stretch.freedBytes;
      stretch = new Stretch();
    }
    stretch.add(event);
  }
  return [...shortened, ...stretch.list()];
}

/** A recorded iteration: what it is of, and its events as they travel. */
export interface RecordedIteration {
  readonly summary: RecordingSummary;
  readonly events: Events;
}

/** @throws RangeError when there is no recording of that name */
export function readIteration(id: string): RecordedIteration {
  const { events, ...summary } = readRecording(id);
  return { summary, events: shortenRecording(events) };
}
