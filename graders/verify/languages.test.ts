import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { assignment } from "../questions/efficient-deep-learning";
import { projectRoot } from "../testing/project-root";
import { chooseLanguage, readLanguages } from "../wording/languages";
import { createTranslator, english, listPlaces } from "../wording/translator";
import { listAllSentences } from "./all-sentences";

const languages = readLanguages();
const code = /`[^`]*`|\$[^$]+\$|\{ [\w, ]+ \}/g;

test("French is there, and a language nobody wrote is refused with the names of those there are", () => {
  expect(chooseLanguage("fr", languages).translate("This is right.")).toBe("C'est juste.");
  expect(chooseLanguage("en", languages)).toBe(english);
  expect(() => chooseLanguage("tlh", languages)).toThrow("expected one of en, fr");
  expect(() => chooseLanguage("toString", languages)).toThrow("expected one of");
});

describe.each(Object.entries(languages))("%s", (tag, table) => {
  test("says every sentence that a student may read, and no other (npm run sentences lists them)", async () => {
    const sentences = await listAllSentences(projectRoot, assignment);
    expect(sentences.length).toBeGreaterThan(1000);
    expect(sentences.filter((sentence) => !Object.hasOwn(table, sentence))).toEqual([]);
    expect(Object.keys(table).filter((sentence) => !sentences.includes(sentence))).toEqual([]);
    expect(Object.entries(table).filter(([, translation]) => translation.trim() === "")).toEqual([]);
  });

  test("fills the same places, and keeps code and formulas as they are", () => {
    const different = Object.entries(table).filter(([sentence, translation]) => {
      const [a, b] = [sentence, translation].map((text) => JSON.stringify([...listPlaces(text)].sort()));
      const [c, d] = [sentence, translation].map((text) =>
        JSON.stringify([...(text.match(code) ?? [])].sort()),
      );
      return a !== b || c !== d;
    });
    expect(different).toEqual([]);
  });

  test("is a language of its own", () => {
    const same = Object.entries(table).filter(([sentence, translation]) => sentence === translation);
    expect(same.length / Object.keys(table).length).toBeLessThan(0.02);
    expect(tag).not.toBe("en");
  });
});

describe("sentences written in the engine", () => {
  const folders = ["running", "student/selfcheck"];
  const sources = folders.flatMap((folder) => {
    const path = join(projectRoot, "graders", folder);
    return readdirSync(path, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && !name.startsWith("hostile"))
      .map((name) => readFileSync(join(path, name), "utf8"));
  });
  const literal = '("(?:[^"\\\\]|\\\\.)*"|`[^`]*`)';
  const patterns = [
    new RegExp(`\\breturn fail\\(\\s*${literal}`, "g"),
    new RegExp(`kind: "did-not-answer", because: ${literal}`, "g"),
    new RegExp(`return giveUp\\(${literal}`, "g"),
  ];
  const found = sources.flatMap((source) =>
    patterns.flatMap((pattern) => [...source.matchAll(pattern)].map((match) => match[1] as string)),
  );
  // A place is filled with what every kind of place takes.
  const sentences = [...new Set(found)].map((text) =>
    text.slice(1, -1).replace(/\$\{[^{}]*(\{[^{}]*\}[^{}]*)*\}/g, "4"),
  );
  // Never said to a student, or put together from pieces.
  const others = ["the run was stopped", "it was not asked", "the program 4", "4 4."];

  test("are found", () => {
    expect(sentences.length).toBeGreaterThan(10);
  });

  test.each(sentences.filter((sentence) => !others.includes(sentence)))("%s", (sentence) => {
    const french = createTranslator("fr", languages.fr ?? {});
    const whole = /^[a-z4]/.test(sentence) || /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
    const candidates = [sentence, `${sentence}.`, whole];
    expect(candidates.some((candidate) => french.translate(candidate) !== candidate)).toBe(true);
  });
});
