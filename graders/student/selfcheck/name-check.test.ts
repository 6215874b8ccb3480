import { createHash } from "node:crypto";
import type { Submission } from "../../contract/submission";
import { Opaque } from "../../contract/value";
import { english } from "../../wording/translator";
import { checkName, hashName } from "./name-check";
import type { NameReport } from "./result";
import { isReportReady, viewSummary } from "./view";
import { viewName } from "./view-notes";
import { findRefusal } from "./view-pack";

const bare = { source: "", didStop: false };

test("a name's number is the first forty bits of its SHA-256", () => {
  const digest = createHash("sha256").update("Zoë", "utf8").digest();
  expect(hashName("Zoë")).toBe(digest.readUIntBE(0, 5));
  // The digest of "abc" as FIPS 180-2 publishes it.
  expect(hashName("abc")).toBe(0xba7816bf8f);
});

test.each([[undefined], [""]])("%j is no name", (exported) => {
  expect(checkName(exported, bare)).toEqual({ kind: "none" });
});

test.each([
  ['const name = "Ada Lovelace";', "not-exported"],
  ["// mine\nlet name: string = 'Ada';", "not-exported"],
  ['const name = "";', "none"],
  ['const name = " ";', "none"],
  ['function f() { const name = "Ada"; }', "none"],
  ['// const name = "Ada";', "none"],
  ['const names = "Ada";', "none"],
])("where nothing is exported, %j is %s", (source, kind) => {
  expect(checkName(undefined, { source, didStop: false })).toEqual({ kind });
  expect(checkName(undefined, { source, didStop: true })).toEqual({
    kind: kind === "none" ? kind : "not-reached",
  });
});

test("a submission without a name is not ready, and both commands say why in the same words", () => {
  const passes = { id: "a", isBonus: false, state: "passes", findings: [], passed: 1, checks: 1 } as const;
  const say = (name: NameReport) => {
    const report = { kind: "checked", questions: [passes], name, notes: [], contentDigest: "" } as const;
    const submission: Submission = {
      kind: "submission",
      id: "a",
      entry: "a.ts",
      files: [],
      contentDigest: "",
    };
    const refusal =
      findRefusal({ report, submission, otherWay: null, leftBeside: [] }, english)?.text ?? null;
    const said = viewName(name, english).map(({ tone, text }) => `${tone} ${text}`);
    const summary = viewSummary(report, false, english).at(-1)?.text;
    return { ready: [isReportReady(report), isReportReady(report, true)], refusal, said, summary };
  };
  for (const exported of [undefined, "", " ", 7]) {
    for (const source of ["", 'const name = "Ada";', 'export const name = "Ada";']) {
      const { ready, refusal, said, summary } = say(
        checkName(exported, { source, didStop: source.startsWith("export") }),
      );
      const [why = ""] = said.map((text) => text.replace(/^wrong /, ""));
      expect([ready, said]).toEqual([[false, true], [`wrong ${why}`]]);
      expect([refusal, summary]).toEqual([`Nothing was packed: ${why}`, `Not ready to submit yet. ${why}`]);
    }
  }
  expect(say(checkName("Ada", bare))).toMatchObject({ ready: [true, true], refusal: null });
});

test("a name is text", () => {
  expect(checkName(new Opaque("function"), bare)).toEqual({
    kind: "no-text",
    came: { code: "returned-function" },
  });
});

test("an ordinary name raises no doubt", () => {
  expect(checkName("Zoë Ångström-O'Neill", bare)).toMatchObject({ kind: "named", doubts: [] });
});

test.each([
  ["blanks at its ends", " Ada ", "blank-ends", "Ada"],
  ["decomposed accents", "Zoe\u0308", "decomposed", "Zo\u00eb"],
  ["a no-break space", "Ada\u00a0Lovelace", "odd-characters", "Ada Lovelace"],
  ["a zero-width space", "Ada\u200bLovelace", "odd-characters", "AdaLovelace"],
])("%s are pointed out, with what the other spelling hashes to", (_, name, kind, suggested) => {
  const report = checkName(name, bare);
  const doubt = { kind, suggested, number: hashName(suggested) };
  expect(report).toMatchObject({
    kind: "named",
    number: hashName(name),
    doubts: expect.arrayContaining([doubt]),
  });
});
