import { assignment } from "../questions/efficient-deep-learning";
import { projectRoot } from "../testing/project-root";
import { chooseLanguage, readLanguages } from "../wording/languages";
import { english, place } from "../wording/translator";
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
      const [a, b] = [sentence, translation].map((text) => JSON.stringify((text.match(place) ?? []).sort()));
      const [c, d] = [sentence, translation].map((text) =>
        JSON.stringify([...(text.match(code) ?? [])].sort()),
      );
      return a !== b || c !== d;
    });
    expect(different).toEqual([]);
  });

  test("is a language of its own", () => {
    // Code is the same in every language.
    const spoken = Object.entries(table).filter(([sentence]) => !/[=[\](){}`"]/.test(sentence));
    const same = spoken.filter(([sentence, translation]) => sentence === translation);
    expect(same.length / spoken.length).toBeLessThan(0.02);
    expect(tag).not.toBe("en");
  });
});
