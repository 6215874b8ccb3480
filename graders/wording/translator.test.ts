import { createTranslator, english, listPlaces } from "./translator";

const french = createTranslator("fr", {
  "This is right.": "C'est juste.",
  "Your function returned {came}. Expected: {expected}.":
    "Votre fonction a rendu {came}. Attendu : {expected}.",
  "a string": "une chaîne",
  "an array of {n}": "un tableau de {n}",
  "{came} in {name}": "{came} dans {name}",
  "a whole number": "un nombre entier",
  "write { macs, flops }": "écrivez { macs, flops }",
});

describe("a translator", () => {
  test.each([
    ["This is right.", "C'est juste."],
    [
      "Your function returned a string. Expected: a whole number.",
      "Votre fonction a rendu une chaîne. Attendu : un nombre entier.",
    ],
    [
      "Your function returned an array of 12. Expected: a whole number.",
      "Votre fonction a rendu un tableau de 12. Attendu : un nombre entier.",
    ],
    ["a string in macs", "une chaîne dans macs"],
    ["write { macs, flops }", "écrivez { macs, flops }"],
  ])("%s", (sentence, translation) => {
    expect(french.translate(sentence)).toBe(translation);
  });

  test("leaves English what the table lacks", () => {
    expect(french.translate("Nobody translated this.")).toBe("Nobody translated this.");
    expect(french.translate("an array of several")).toBe("an array of several");
  });

  test("fills places with values as they are", () => {
    const values = { came: "$& {expected}", expected: "deux" };
    const filled = "Votre fonction a rendu $& {expected}. Attendu : deux.";
    expect(french.translate("Your function returned {came}. Expected: {expected}.", values)).toBe(filled);
    expect(english.translate("{n} of {m}", { n: 3 })).toBe("3 of {m}");
  });

  test("does not lose itself in a sentence that explains itself", () => {
    const endless = createTranslator("xx", { "again {what}": "encore {what}" });
    expect(endless.translate("again again again again again again now")).toMatch(/^encore .*now$/);
  });
});

test("places are listed in order", () => {
  expect(listPlaces("{a} and {b}, not { c }")).toEqual(["a", "b"]);
});
