import fc from "fast-check";
import { convertBytes, digestName, hashNameToBytes } from "./bytes";

describe("hashNameToBytes", () => {
  test("takes the first ten hexadecimal digits of the published SHA-256 test vectors", () => {
    expect(hashNameToBytes("")).toBe(0xe3b0c44298n);
    expect(hashNameToBytes("abc")).toBe(0xba7816bf8fn);
    expect(hashNameToBytes("")).toBe(977_923_228_312n);
  });

  test("the whole digest is the published one", () => {
    expect(digestName("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });

  test("hashes exactly what was given", () => {
    const composed = "Zo\u00eb";
    const decomposed = "Zoe\u0308";
    const distinct = [composed, decomposed, "Zoe", "zoe", " Zoe", "Zoe ", "Zoe\n"];
    expect(new Set(distinct.map(hashNameToBytes)).size).toBe(distinct.length);
  });

  test("a lone surrogate counts as the replacement character", () => {
    expect(hashNameToBytes("\ud800")).toBe(hashNameToBytes("\ufffd"));
  });

  test("stays below 2^40, hence exact as a double", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => {
        const nBytes = hashNameToBytes(name);
        return nBytes >= 0n && nBytes < 2n ** 40n;
      }),
    );
  });
});

describe("convertBytes", () => {
  test("the empty name, binary and SI", () => {
    expect(convertBytes(977_923_228_312n)).toEqual({
      kilobytes: 955_003_152.6484375,
      megabytes: 932_620.2662582397,
    });
    expect(convertBytes(977_923_228_312n, 1000)).toEqual({
      kilobytes: 977_923_228.312,
      megabytes: 977_923.228312,
    });
  });

  test("0, 1, one kilobyte and the largest amount", () => {
    expect(convertBytes(0n)).toEqual({ kilobytes: 0, megabytes: 0 });
    expect(convertBytes(1n)).toEqual({ kilobytes: 2 ** -10, megabytes: 2 ** -20 });
    expect(convertBytes(1024n)).toEqual({ kilobytes: 1, megabytes: 1 / 1024 });
    expect(convertBytes(2n ** 40n - 1n)).toEqual({
      kilobytes: 2 ** 30 - 2 ** -10,
      megabytes: 2 ** 20 - 2 ** -20,
    });
  });

  test("is linear, and a megabyte is a kilobyte of kilobytes", () => {
    const amount = fc.nat({ max: 2 ** 39 });
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        expect(convertBytes(a + b).kilobytes).toBe(convertBytes(a).kilobytes + convertBytes(b).kilobytes);
        expect(convertBytes(a).kilobytes).toBe(1024 * convertBytes(a).megabytes);
        expect(convertBytes(a, 1000).kilobytes / 1000).toBeCloseTo(convertBytes(a, 1000).megabytes, 6);
      }),
    );
  });
});
