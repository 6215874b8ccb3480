/** The process that the workshop's threads run in; `host.ts` starts it. It itself only passes on, so it hears when the grader is gone. */
import type { HostReply, HostRequest } from "./protocol";
import { Thread } from "./thread";
import { openThreadPool, type RunJob } from "./thread-pool";

let first: Thread | null = null;
let run: RunJob = async () => ({ kind: "ended", because: "the workshop was not opened" });

async function answer({ id, request, limitMs }: Extract<HostRequest, { kind: "job" }>): Promise<void> {
  const reply = await run(request, limitMs);
  process.send?.({ id, reply } satisfies HostReply);
}

process.on("message", (request: HostRequest) => {
  switch (request.kind) {
    case "start":
      first = new Thread(request.start);
      return;
    case "open":
      run = openThreadPool(request.setup, first ?? new Thread(request.setup));
      return;
    case "job":
      void answer(request);
  }
});
process.once("disconnect", () => process.exit());
// A terminal tells them to everybody in front of it. The grader decides what becomes of this process.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => {});
