import { win32 } from "node:path";
import fc from "fast-check";
import { nameFolder } from "./folder-name";

describe("nameFolder", () => {
  test.each(["ada", "ada-lovelace", "ada.ts", "s_1234.v2", "007", "a".repeat(64)])(
    "keeps the plain id %s",
    (id) => {
      expect(nameFolder(id)).toBe(id);
    },
  );

  test.each([
    ["Ada", /^ada~[0-9a-f]{32}$/],
    ["Zoë Müller", /^zoe-muller~[0-9a-f]{32}$/],
    ["../../etc/passwd", /^etc-passwd~[0-9a-f]{32}$/],
    ["..", /^submission~[0-9a-f]{32}$/],
    [".hidden", /^hidden~[0-9a-f]{32}$/],
    ["C:\\temp", /^c-temp~[0-9a-f]{32}$/],
    ["trailing.", /^trailing~[0-9a-f]{32}$/],
    ["-rf", /^rf~[0-9a-f]{32}$/],
    ["con", /^con~[0-9a-f]{32}$/],
    ["lpt1.ts", /^lpt1-ts~[0-9a-f]{32}$/],
    ["__proto__", /^proto~[0-9a-f]{32}$/],
    ["李雷", /^submission~[0-9a-f]{32}$/],
    ["a".repeat(300), /^a{40}~[0-9a-f]{32}$/],
    ["a\u0000b\nc", /^a-b-c~[0-9a-f]{32}$/],
  ])("makes %j safe and readable", (id, expected) => {
    expect(nameFolder(id)).toMatch(expected);
  });

  test("tells apart ids that some file systems take for one", () => {
    const ids = ["ada", "Ada", "ADA", "\u00e9", "e\u0301", "a b", "a-b", "a  b", "ada~1"];
    expect(new Set(ids.map((id) => nameFolder(id).toLowerCase())).size).toBe(ids.length);
  });

  test("is safe and its own for any two ids", () => {
    const id = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string(),
      fc.constantFrom("con", "CON", "..", "ada", "Ada"),
    );
    fc.assert(
      fc.property(id, id, (a, b) => {
        const name = nameFolder(a);
        expect(name).toMatch(/^[a-z0-9][a-z0-9._~-]{0,63}$/);
        expect(name).not.toMatch(/\.$/);
        expect(win32.normalize(name)).toBe(name);
        // Half characters have no bytes of their own: two such ids may share a digest.
        fc.pre(!/\p{Cs}/u.test(a + b));
        expect(a === b).toBe(name === nameFolder(b));
      }),
    );
  });
});
