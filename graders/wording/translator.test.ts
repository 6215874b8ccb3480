import { createTranslator, english } from "./translator";

const french = createTranslator("fr", {
  "This is right.": "C'est juste.",
  "Your function returned {came}. Expected: {expected}.":
    "Votre fonction a rendu {came}. Attendu : {expected}.",
  "write { macs, flops }": "écrivez { macs, flops }",
});

describe("a translator", () => {
  test.each([
    ["This is right.", "C'est juste."],
    ["write { macs, flops }", "écrivez { macs, flops }"],
  ])("%s", (sentence, translation) => {
    expect(french.translate(sentence)).toBe(translation);
  });

  test("leaves English what the table lacks", () => {
    expect(french.translate("Nobody translated this.")).toBe("Nobody translated this.");
    expect(french.translate("toString")).toBe("toString");
  });

  test("takes no finished sentence apart", () => {
    const finished = "Your function returned a string. Expected: a whole number.";
    expect(french.translate(finished)).toBe(finished);
  });

  test("fills places with values as they are", () => {
    const values = { came: "$& {expected}", expected: "deux" };
    const filled = "Votre fonction a rendu $& {expected}. Attendu : deux.";
    expect(french.translate("Your function returned {came}. Expected: {expected}.", values)).toBe(filled);
    expect(english.translate("{n} of {m}, not { n }", { n: 3 })).toBe("3 of {m}, not { n }");
  });
});
