import { isReason, saysDivision, saysRounded } from "./remarks";

test.each([
  "rounded to 0.01 M",
  "197.96M",
  "J'ai arrondi à cinq chiffres significatifs",
  "Auf drei Stellen gerundet",
  "redondeado",
  "arrotondato",
  "afgerond",
  "округлено",
  "四舍五入",
  "반올림",
])("%s says that a number was rounded", (text) => expect(saysRounded(text)).toBe(true));

test.each([
  "",
  "No idea about this.",
  "about the environment",
  "Is it rounded?",
  "Aus diesem Grund zählt jede Schicht",
  "one line per layer",
])("%p says nothing of rounding", (text) => expect(saysRounded(text)).toBe(false));

test.each([
  "a division is one operation",
  "Je compte la division pour une opération",
  "Teilen kostet eins",
  "geteilt durch die Summe, eine Operation",
  "除法算一次",
  "割り算は1回",
  "나눗셈은 1번",
  "деление считаю за 1",
  "un cociente cuenta como una operación",
  "÷ = 1 FLOP",
])("%s speaks of a division", (text) => expect(saysDivision(text)).toBe(true));

test.each([
  "",
  "What is a division?",
  "division",
  "Wahrscheinlichkeiten sind verteilt",
  "это определено",
  "besides exp there is the sum",
])("%p does not speak of a division", (text) => expect(saysDivision(text)).toBe(false));

test("a division into so many pieces is no cost of one", () =>
  expect(saysDivision("We divided the pizza into 8 pieces.")).toBe(false));

test.each([
  "The intensity grows with the batch, whatever the model is",
  "For random input half of the values are negative, so the batch is limited by memory",
  "Random numbers are below zero half of the time, and the bytes do not grow",
])("%s is a reason", (text) => expect(isReason(text)).toBe(true));

test.each([
  "The batch is limited by memory and so on, whatever",
  "I picked the batch at random, because the memory is the limit",
  "A random guess: the memory is the limit of the batch",
])("%s is none", (text) => expect(isReason(text)).toBe(false));
