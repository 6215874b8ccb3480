import { isReason, remark, saysDivision, saysRounded } from "./remarks";

test.each([
  "rounded to 0.01 M",
  "197.96M",
  "The counts are not exact, they are rounded",
  "rounded to millions, not to thousands",
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
  "The numbers are not rounded.",
  "I never round a count.",
  "Nothing is rounded here",
  "Gerundet habe ich die Zahlen nicht",
  "Les nombres ne sont pas arrondis",
  "没有四舍五入",
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
  "Divisions count as one FLOP here, as the task names no cost for them.",
  "Une division coûte un FLOP ici, car l'énoncé ne donne pas d'autre coût.",
  "Eine Division zähle ich als eine Operation, weil hier keine Kosten genannt sind.",
  "The cost of 4 belongs to another task, so a division is one operation here.",
  "It is not 4 as before, but the quotient counts as one here.",
  "Not knowing a cost for it, I count a quotient like an addition.",
  "Dividing costs as much as multiplying.",
])("%s speaks of a division", (text) => expect(saysDivision(text)).toBe(true));

test.each([
  "",
  "What is a division?",
  "division",
  "Wahrscheinlichkeiten sind verteilt",
  "это определено",
  "besides exp there is the sum",
  "Each individual entry needs an exponential and is summed over its row.",
  "An undivided row is summed; dividends are irrelevant here for the count.",
  "I didn't count divisions differently; the quotient is an afterthought of it.",
  "The divide-and-conquer sum needs n minus 1 additions for each row.",
  "A division costs 4 as in the task before, so I used four for it.",
  "One division costs four operations.",
  "Une division coûte quatre opérations.",
  "Eine Division kostet 4.",
  "Ich habe die Division nicht gezählt, das kostet nichts.",
  "除法算四次运算",
  "The quotient needs n - 1 additions.",
  "I do not take a division for one operation.",
  "A division does not count as one.",
  "Une division ne compte pas pour une opération",
  // A person reads what takes two clauses to say.
  "I do not count a division as 4 but as 1.",
  "The task does not state what a quotient costs, so I count it like an addition.",
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

describe("what a sentence denies, whatever it is, is no remark", () => {
  const says = remark((one) => one.includes("left out"));
  const denials = [
    "not",
    "never",
    "hardly",
    "nicht",
    "nie",
    "ne",
    "pas",
    "sin",
    "non",
    "não",
    "niet",
    "не",
    "无",
  ];
  test.each(denials)("%s", (word) => {
    expect(says(`The mean is ${word} left out.`)).toBe(false);
    expect(says(`Left in, the mean: it is ${word} really left out; and so on.`)).toBe(false);
    expect(says(`The mean is left out, and the rest is ${word}.`)).toBe(true);
    expect(says(`It is ${word} counted: the mean is left out.`)).toBe(true);
  });
  test.each(["isn't", "Nothing is", "None of it is", "Neither mean nor root is", "No mean is"])(
    "%s left out",
    (start) => expect(says(`${start} left out`)).toBe(false),
  );
});
