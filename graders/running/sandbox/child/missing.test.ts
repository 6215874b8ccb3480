import { sayMissing } from "./missing";

test.each([
  ["./lib.csv", "put its contents into a .ts file"],
  ["../data/numbers.txt", "put its contents into a .ts file"],
  ["./lib", "no such .ts file was handed in"],
  ["./lib.json", "no such .ts file was handed in"],
  [".\\lib", 'is imported as "./name"'],
  ["..\\lib", 'is imported as "./name"'],
  ["/lib", 'is imported as "./name"'],
  ["@/lib", 'is imported as "./name"'],
  ["~/lib", 'is imported as "./name"'],
  ["src/lib", 'is imported as "./name"'],
  ["lib.ts", 'is imported as "./name"'],
])("%s: what to do", (specifier, says) => {
  expect(sayMissing("submission.ts", specifier)).toContain(says);
});

test.each(["lodash", "lodash/fp", "@scope/name", "mathjs"])(
  "%s is a package, and no file is spoken of",
  (specifier) => {
    expect(sayMissing("submission.ts", specifier)).toMatch(/can be imported$/);
  },
);
