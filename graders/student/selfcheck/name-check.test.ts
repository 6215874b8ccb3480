import { createHash } from "node:crypto";
import { Opaque } from "../../contract/value";
import { checkName, hashName } from "./name-check";

test("a name's number is the first forty bits of its SHA-256", () => {
  const digest = createHash("sha256").update("Zoë", "utf8").digest();
  expect(hashName("Zoë")).toBe(digest.readUIntBE(0, 5));
  // The digest of "abc" as FIPS 180-2 publishes it.
  expect(hashName("abc")).toBe(0xba7816bf8f);
});

test.each([[undefined], [""]])("%j is no name", (exported) => {
  expect(checkName(exported)).toEqual({ kind: "none" });
});

test("a name is text", () => {
  expect(checkName(new Opaque("function"))).toEqual({ kind: "no-text", came: { code: "returned-function" } });
});

test("an ordinary name raises no doubt", () => {
  expect(checkName("Zoë Ångström-O'Neill")).toMatchObject({ kind: "named", doubts: [] });
});

test.each([
  ["blanks at its ends", " Ada ", "blank-ends", "Ada"],
  ["decomposed accents", "Zoe\u0308", "decomposed", "Zo\u00eb"],
  ["a no-break space", "Ada\u00a0Lovelace", "odd-characters", "Ada Lovelace"],
  ["a zero-width space", "Ada\u200bLovelace", "odd-characters", "AdaLovelace"],
])("%s are pointed out, with what the other spelling hashes to", (_, name, kind, suggested) => {
  const report = checkName(name);
  const doubt = { kind, suggested, number: hashName(suggested) };
  expect(report).toMatchObject({
    kind: "named",
    number: hashName(name),
    doubts: expect.arrayContaining([doubt]),
  });
});
