import type { Message } from "../contract/message";
import { sayMessage, sayText } from "./messages";
import { createTranslator, english } from "./translator";

const french = createTranslator("fr", {
  "{file} is larger than {kibibytes} KiB.": "{file} dépasse {kibibytes} Kio.",
  "Explanations in {file} were not read: {because}": "Non lu, {file} : {because}",
});
const tooLarge = { code: "file-too-large", file: "{kibibytes} $& a.ts", kibibytes: 2 } as const;

test("a template is looked up as it stands, and filled with parameters as they are", () => {
  expect(sayMessage(tooLarge, english)).toBe("{kibibytes} $& a.ts is larger than 2 KiB.");
  expect(sayMessage(tooLarge, french)).toBe("{kibibytes} $& a.ts dépasse 2 Kio.");
});

test("a message inside another is said in the same language", () => {
  const unread = { code: "explanations-unread", file: "answers.md", because: tooLarge } as const;
  expect(sayMessage(unread, french)).toBe("Non lu, answers.md : {kibibytes} $& a.ts dépasse 2 Kio.");
});

test("several names stand beside one another", () => {
  const several = { code: "several-entries", files: ["a.ts", "b.ts", "…"] } as const;
  expect(sayMessage(several, english)).toMatch(/^Several files could be the submission: a\.ts, b\.ts, …\./);
});

test("what a language lacks stays English, and a code that nobody knows is shown", () => {
  expect(sayMessage({ code: "folder-empty" }, french)).toMatch(/^There is no submission\.ts/);
  for (const code of ["of-another-version", "toString"])
    expect(sayMessage({ code } as unknown as Message, french)).toBe(code);
});

test("somebody else's words stay as they are", () => {
  expect(sayText("{file} is larger than {kibibytes} KiB.", french)).toBe(
    "{file} is larger than {kibibytes} KiB.",
  );
});
