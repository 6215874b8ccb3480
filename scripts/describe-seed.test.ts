import { join } from "node:path";
import { describeSeed, describeSeedOfFolder } from "./describe-seed";

const path = join(process.cwd(), "out", "seed.key");

test("a secret seed is named by its file, a typed one is said to be public", () => {
  expect(describeSeed({ kind: "secret", path })).toBe(
    `seed: secret of this class, kept in ${join("out", "seed.key")}; keep it, and to yourself`,
  );
  expect(describeSeed({ kind: "given" })).toMatch(/^seed: given by --seed, so public: /);
});

test("a file in another place is named in full", () => {
  const elsewhere = join("/", "classes", "seed.key");
  expect(describeSeed({ kind: "secret", path: elsewhere })).toContain(`kept in ${elsewhere};`);
});

test.each([
  ["nothing", null, { own: 0, other: 0 }, /^seed: out has none of its own yet; the first /],
  [
    "marks of a typed seed alone",
    null,
    { own: 0, other: 3 },
    /none of its own yet; .*; 3 of 3 marks there were/,
  ],
  ["marks of both", path, { own: 5, other: 1 }, /^seed: secret of this class.*; 1 of 6 marks there were/],
  ["its own alone", path, { own: 5, other: 0 }, /to yourself$/],
])("of a folder that holds %s, that is said", (_, where, records, says) => {
  expect(describeSeedOfFolder({ path: where, records }, "out")).toMatch(says);
});
