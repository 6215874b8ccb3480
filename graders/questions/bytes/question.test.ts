import { createHash } from "node:crypto";
import { judgePartOf, nameFinding } from "../../testing/judge-implementation";
import { sayCame } from "../../testing/say";
import { question } from "./question";

/** Independent of the reference: digit by digit. */
function hash(text: string | Buffer, from = 0, to = 10): number {
  const digits = createHash("sha256").update(text).digest("hex").slice(from, to);
  return [...digits].reduce((sum, digit) => sum * 16 + "0123456789abcdef".indexOf(digit), 0);
}

const judge = (nameBytes: (name: string) => unknown, seed = "test") =>
  judgePartOf([question], { nameBytes }, { seed });

const binary = (nBytes: number) => ({ nBytes, nKB: nBytes / 1024, nMB: nBytes / 1048576 });
const si = (nBytes: number) => ({ nBytes, nKB: nBytes / 1000, nMB: nBytes / 1000000 });

test.each<[string, string, (name: string) => unknown]>([
  ["binary", "1", (name) => binary(hash(name))],
  ["si", "1", (name) => si(hash(name))],
  ["mixed-bases", "0.5", (name) => ({ ...binary(hash(name)), nMB: hash(name) / 1e6 })],
  ["mixed-bases-stepwise", "0.5", (name) => ({ ...binary(hash(name)), nMB: hash(name) / 1024 / 1000 })],
  ["mixed-bases-si-first", "0.5", (name) => ({ ...si(hash(name)), nMB: hash(name) / 1048576 })],
  ["mixed-bases-si-first-stepwise", "0.5", (name) => ({ ...si(hash(name)), nMB: hash(name) / 1024000 })],
  ["megabytes-one-step", "0.5", (name) => ({ ...binary(hash(name)), nMB: hash(name) / 1024 })],
  ["megabytes-one-step", "0.5", (name) => ({ ...si(hash(name)), nMB: hash(name) / 1000 })],
  ["megabytes-three-steps", "0.5", (name) => ({ ...binary(hash(name)), nMB: hash(name) / 2 ** 30 })],
  ["megabytes-three-steps", "0.5", (name) => ({ ...si(hash(name)), nMB: hash(name) / 1e9 })],
  [
    "truncated",
    "0.5",
    (name) => ({
      nBytes: hash(name),
      nKB: BigInt(hash(name)) >> 10n,
      nMB: BigInt(hash(name)) >> 20n,
    }),
  ],
  [
    "truncated",
    "0.5",
    (name) => ({ nBytes: hash(name), nKB: BigInt(hash(name)) / 1000n, nMB: BigInt(hash(name)) / 1000000n }),
  ],
  ["taken-as-bits", "0.25", (name) => ({ ...binary(hash(name) / 8), nBytes: hash(name) })],
  ["taken-as-bits", "0.25", (name) => ({ ...si(hash(name) / 8), nBytes: hash(name) })],
  ["converted-to-bits", "0.25", (name) => ({ ...binary(hash(name) * 8), nBytes: hash(name) })],
  [
    "swapped",
    "0.25",
    (name) => ({ nBytes: hash(name), nKB: binary(hash(name)).nMB, nMB: binary(hash(name)).nKB }),
  ],
  ["swapped", "0.25", (name) => ({ nBytes: hash(name), nKB: si(hash(name)).nMB, nMB: si(hash(name)).nKB })],
  ["multiplied", "0", (name) => ({ nBytes: hash(name), nKB: hash(name) * 1024, nMB: hash(name) * 1048576 })],
  ["multiplied", "0", (name) => ({ nBytes: hash(name), nKB: hash(name) * 1e3, nMB: hash(name) * 1e6 })],
  ["taken-as-bits-throughout", "0.25", (name) => binary(hash(name) / 8)],
  ["taken-as-bits-throughout", "0.25", (name) => si(hash(name) / 8)],
  ["converted-to-bits", "0.25", (name) => ({ ...si(hash(name) * 8), nBytes: hash(name) })],
  ["first-eight-digits", "0.25", (name) => si(hash(name, 0, 8))],
  ["newline-hashed", "0.25", (name) => si(hash(`${name}\n`))],
  ["lower-cased", "0.25", (name) => si(hash(name.toLowerCase()))],
  ["trimmed", "0.25", (name) => si(hash(name.trim()))],
  ["normalised", "0.25", (name) => si(hash(name.normalize("NFC")))],
  ["one-decimal", "0.5", (name) => round(binary(hash(name)), 10)],
  ["one-decimal", "0.5", (name) => round(si(hash(name)), 10)],
  ["last-ten-digits", "0.25", (name) => binary(hash(name, 54, 64))],
  ["last-ten-digits", "0.25", (name) => si(hash(name, 54, 64))],
  ["first-eight-digits", "0.25", (name) => binary(hash(name, 0, 8))],
  ["newline-hashed", "0.25", (name) => binary(hash(`${name}\n`))],
  ["lower-cased", "0.25", (name) => binary(hash(name.toLowerCase()))],
  ["trimmed", "0.25", (name) => binary(hash(name.trim()))],
  ["normalised", "0.25", (name) => binary(hash(name.normalize("NFC")))],
  ["few-digits", "0.5", (name) => toDigits(binary(hash(name)), 3)],
  ["few-digits", "0.5", (name) => toDigits(si(hash(name)), 5)],
  ["few-digits", "0.5", (name) => toDigits(binary(hash(name)), 6)],
  ["few-digits", "0.5", (name) => ({ ...binary(hash(name)), nKB: (hash(name) / 1024).toExponential(4) })],
  ["few-digits", "0.5", (name) => buildOn(toDigits(si(hash(name)), 6).nKB, name, 1000)],
  ["truncated-kilobytes", "0.5", (name) => buildOn(Math.trunc(hash(name) / 1024), name, 1024)],
  ["other-number", "0.25", (name) => binary(hash(Buffer.from(name, "latin1")))],
  ["other-number", "0.25", (name) => si(hash(name, 0, 12))],
])("%s is recognised and earns %s", (id, points, nameBytes) => {
  for (const seed of ["one", "two", "three"]) {
    const verdict = judge(nameBytes, seed);
    expect(nameFinding(verdict)).toBe(`reading:${id}`);
    expect(verdict.points).toBe(points);
  }
});

describe.each<[string, (value: number) => number]>([
  ["truncated", (value) => value - (value % 1)],
  ["rounded-to-whole", (value) => Number(value.toFixed(0))],
  ["rounded-up", (value) => -Math.floor(-value)],
])("whole numbers, %s", (id, toWhole) => {
  test.each([
    ["1024", binary],
    ["1000", si],
  ])("by the base %s", (_, convertRightly) => {
    const changes: Readonly<Record<string, (amount: ReturnType<typeof binary>) => unknown>> = {
      "": (amount) => ({ ...amount, nKB: toWhole(amount.nKB), nMB: toWhole(amount.nMB) }),
      "-kilobytes": (amount) => ({ ...amount, nKB: toWhole(amount.nKB) }),
      "-megabytes": (amount) => ({ ...amount, nMB: toWhole(amount.nMB) }),
    };
    for (const [which, change] of Object.entries(changes)) {
      for (const seed of ["one", "two", "three"]) {
        const verdict = judge((name) => change(convertRightly(hash(name))), seed);
        expect(nameFinding(verdict)).toBe(`reading:${id}${which}`);
        expect(verdict.points).toBe("0.5");
      }
    }
  });
});

test("whole kilobytes beside megabytes of two decimals are rounded kilobytes", () => {
  const verdict = judge((name) => {
    const { nBytes, nKB, nMB } = binary(hash(name));
    return { nBytes, nKB: Math.round(nKB), nMB: nMB.toFixed(2) };
  });
  expect(nameFinding(verdict)).toBe("reading:rounded-to-whole-kilobytes");
});

describe("ways to write the right answer", () => {
  test.each<[string, (name: string) => unknown]>([
    [
      "rounded to two decimals, as strings",
      (name) => ({
        nBytes: String(hash(name)),
        nKB: (hash(name) / 1024).toFixed(2),
        nMB: (hash(name) / 1048576).toFixed(2),
      }),
    ],
    ["megabytes from rounded kilobytes", (name) => buildOn(roundTo(hash(name) / 1024, 100), name, 1024)],
    ["and from those cut off", (name) => buildOn(Math.trunc(hash(name) / 10) / 100, name, 1000)],
    [
      "both rounded, the megabytes from the kilobytes",
      (name) => round(buildOn(roundTo(hash(name) / 1024, 100), name, 1024), 1e6),
    ],
    [
      "kilobytes from rounded megabytes",
      (name) => {
        const nMB = roundTo(hash(name) / 1e6, 1e6);
        return { nBytes: hash(name), nKB: nMB * 1000, nMB };
      },
    ],
    ["cut to three decimals", (name) => cut(binary(hash(name)), 1000)],
    ["rounded to six decimals", (name) => round(si(hash(name)), 1e6)],
    ["other spelling of the fields", (name) => rename(binary(hash(name)))],
    [
      "binary units by their names",
      (name) => ({ nBytes: hash(name), nKiB: hash(name) / 1024, nMiB: hash(name) / 1048576 }),
    ],
    ["a bigint for the bytes", (name) => ({ ...binary(hash(name)), nBytes: BigInt(hash(name)) })],
    ["without the bytes themselves", (name) => ({ ...binary(hash(name)), nBytes: undefined })],
    ["in steps", (name) => ({ nBytes: hash(name), nKB: hash(name) / 1024, nMB: hash(name) / 1024 / 1024 })],
  ])("%s", (_, nameBytes) => {
    expect(judge(nameBytes).points).toBe("1");
  });
});

describe("what earns nothing", () => {
  test("the notebook's number for every name, rightly converted", () => {
    expect(nameFinding(judge(() => binary(977_923_228_312)))).toBe("unexplained");
  });

  test("the bytes in all three fields", () => {
    const verdict = judge((name) => ({ nBytes: hash(name), nKB: hash(name), nMB: hash(name) }));
    expect(nameFinding(verdict)).toBe("unexplained");
  });

  test("kilobytes from megabytes of two decimals", () => {
    const verdict = judge((name) => {
      const nMB = roundTo(hash(name) / 1048576, 100);
      return { nBytes: hash(name), nKB: nMB * 1024, nMB };
    });
    expect(nameFinding(verdict)).toBe("unexplained");
  });

  test("two digits", () => {
    expect(nameFinding(judge((name) => toDigits(binary(hash(name)), 2)))).toBe("unexplained");
  });

  test("one percent off is not close", () => {
    const verdict = judge((name) => ({ ...binary(hash(name)), nKB: (hash(name) / 1024) * 1.01 }));
    expect(nameFinding(verdict)).toBe("unexplained");
  });

  test("the right conversion of zero", () => {
    expect(nameFinding(judge(() => binary(0)))).toBe("unexplained");
  });
});

test.each<[string, unknown, string]>([
  ["a number", 12, "a number"],
  ["megabytes missing", { nBytes: 1, nKB: 1 }, "an object with nBytes, nKB"],
  ["words", { nBytes: 1, nKB: "many", nMB: 1 }, "a string that is not a number in nKB"],
  ["NaN", { nBytes: 1, nKB: 1, nMB: Number.NaN }, "NaN in nMB"],
  ["NaN bytes", { nBytes: Number.NaN, nKB: 1, nMB: 1 }, "NaN in nBytes"],
])("malformed: %s", (_, answer, came) => {
  expect(sayCame(judge(() => answer).finding)).toBe(came);
});

function cut(amount: ReturnType<typeof binary>, scale: number) {
  const toCut = (value: number) => Math.trunc(value * scale) / scale;
  return { ...amount, nKB: toCut(amount.nKB), nMB: toCut(amount.nMB) };
}

const roundTo = (value: number, scale: number): number => Math.round(value * scale) / scale;

/** Whoever goes on with the kilobytes as they are told. */
function buildOn(nKB: number, name: string, base: number) {
  return { nBytes: hash(name), nKB, nMB: nKB / base };
}

function toDigits({ nBytes, nKB, nMB }: ReturnType<typeof binary>, digits: number) {
  return { nBytes, nKB: Number(nKB.toPrecision(digits)), nMB: Number(nMB.toPrecision(digits)) };
}

function round(amount: ReturnType<typeof binary>, scale: number) {
  return { ...amount, nKB: roundTo(amount.nKB, scale), nMB: roundTo(amount.nMB, scale) };
}

function rename({ nBytes, nKB, nMB }: ReturnType<typeof binary>) {
  return { n_bytes: nBytes, n_KB: nKB, n_MB: nMB };
}

/** What the two slips leave: the product of their credits. */
test.each<[string, string, (name: string) => unknown]>([
  ["mixed-bases+truncated", "0.25", (name) => cut({ ...binary(hash(name)), nMB: hash(name) / 1e6 }, 1)],
  ["megabytes-one-step+truncated", "0.25", (name) => cut({ ...si(hash(name)), nMB: hash(name) / 1e3 }, 1)],
  [
    "mixed-bases+swapped",
    "0.125",
    (name) => ({ nBytes: hash(name), nKB: hash(name) / 1e6, nMB: hash(name) / 1024 }),
  ],
  [
    "lower-cased+megabytes-three-steps",
    "0.125",
    (name) => {
      const nBytes = hash(name.toLowerCase());
      return { ...binary(nBytes), nMB: nBytes / 2 ** 30 };
    },
  ],
  ["first-eight-digits+truncated", "0.125", (name) => cut(si(hash(name, 0, 8)), 1)],
  [
    "trimmed+mixed-bases",
    "0.125",
    (name) => ({ ...binary(hash(name.trim())), nMB: hash(name.trim()) / 1e6 }),
  ],
  ["truncated+taken-as-bits", "0.125", (name) => ({ ...cut(binary(hash(name) / 8), 1), nBytes: hash(name) })],
])("%s earns %s", (id, points, nameBytes) => {
  for (const seed of ["one", "two", "three"]) {
    const verdict = judge(nameBytes, seed);
    expect(nameFinding(verdict)).toBe(`reading:${id}`);
    expect(verdict.points).toBe(points);
  }
});
