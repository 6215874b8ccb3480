import type { Losses, Message } from "../contract/message";
import { hideExitCode } from "./hide-exit-code";

const exited = { code: "program-exited", exitCode: 224 } as const;
const killed = { code: "program-killed", signal: "SIGKILL" } as const;
const earlier = (because: Message<keyof Losses>): Message<keyof Losses> => ({
  code: "earlier-call",
  name: "padding",
  what: { code: "call-without-answer", because },
});

test("an exit code is left out, also of what became of an earlier call", () => {
  for (const loss of [exited, earlier(exited), earlier(earlier(exited))]) {
    expect(JSON.stringify(hideExitCode(loss))).not.toContain("224");
  }
  expect(hideExitCode(exited)).toEqual({ code: "program-ended-itself" });
});

test("everything else stays", () => {
  expect(hideExitCode(killed)).toBe(killed);
  expect(hideExitCode(earlier(killed))).toEqual(earlier(killed));
});
