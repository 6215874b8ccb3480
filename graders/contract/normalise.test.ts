import { endInTime } from "../testing/end-in-time";
import { normalise } from "./normalise";

const forms = ["NFC", "NFD", "NFKC", "NFKD"] as const;

test.each(forms)("what people write is in its usual form: %s", (form) => {
  for (const text of ["", "René", "Re\u0301ne", "ﬁ ①", "한글", "क्षि", `a${"\u0301".repeat(30)}b`])
    expect(normalise(text, form)).toBe(text.normalize(form));
});

test.each(forms)("marks without end are come through: %s", (form) => {
  const marks = "\u0300".repeat(150_000) + "\u0316".repeat(150_000);
  // In the order that Unicode wants, half a minute and more.
  expect(endInTime(() => normalise(`a${marks}b`, form))).toMatch(/b$/);
});
