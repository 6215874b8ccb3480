import { normalise } from "./normalise";

const forms = ["NFC", "NFD", "NFKC", "NFKD"] as const;

test.each(forms)("what people write is in its usual form: %s", (form) => {
  for (const text of ["", "René", "Re\u0301ne", "ﬁ ①", "한글", "क्षि", `a${"\u0301".repeat(30)}b`])
    expect(normalise(text, form)).toBe(text.normalize(form));
});

test.each(forms)("marks without end take no longer than other letters: %s", (form) => {
  const start = performance.now();
  const marks = "\u0300".repeat(60_000) + "\u0316".repeat(60_000);
  expect(normalise(`a${marks}b`, form)).toMatch(/b$/);
  // In the order that Unicode wants, 100 s.
  expect(performance.now() - start).toBeLessThan(1_000);
});
