import type { Losses, Message } from "../contract/message";
import { hideEnd } from "./hide-end";

const exited = { code: "program-exited", exitCode: 224 } as const;
const killed = { code: "program-killed", signal: "SIGKILL" } as const;
const earlier = (because: Message<keyof Losses>): Message<keyof Losses> => ({
  code: "earlier-call",
  name: "padding",
  what: { code: "call-without-answer", because },
});

test.each([
  ["an exit code", exited, "224"],
  ["a signal", killed, "SIGKILL"],
] as const)("%s is left out, also of what became of an earlier call", (_, end, secret) => {
  for (const loss of [end, earlier(end), earlier(earlier(end))]) {
    expect(JSON.stringify(hideEnd(loss))).not.toContain(secret);
  }
  expect(hideEnd(end)).toEqual({ code: "program-ended-itself" });
});

test("everything else stays", () => {
  const late = { code: "submission-out-of-time", seconds: 60 } as const;
  expect(hideEnd(late)).toBe(late);
  expect(hideEnd(earlier(late))).toEqual(earlier(late));
});
