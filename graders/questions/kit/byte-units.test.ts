import fc from "fast-check";
import { areToldAlike, isToldAs } from "./byte-units";

const ways = [Math.round, Math.floor, Math.ceil];
const numbers = fc.array(fc.double({ min: 20, max: 1e5, noNaN: true }), { minLength: 3, maxLength: 20 });
/** As many digits before the point: so many decimals are so many digits. */
const alike = fc.array(fc.double({ min: 20, max: 99, noNaN: true }), { minLength: 3, maxLength: 20 });
const tellers = fc.record({ way: fc.constantFrom(...ways), places: fc.integer({ min: 2, max: 6 }) });
const minDecimals = 2;

type Tell = (exact: number) => number;
const byDecimals =
  (way: Tell, decimals: number): Tell =>
  (exact) =>
    way(exact * 10 ** decimals) / 10 ** decimals;
const byDigits =
  (way: Tell, digits: number): Tell =>
  (exact) =>
    byDecimals(way, digits - 1 - Math.floor(Math.log10(exact)))(exact);
const tellAll = (all: readonly number[], tell: Tell) =>
  all.map((exact) => ({ exact, told: tell(exact), minDecimals }));

test("numbers that are rounded in one way throughout are told alike", () => {
  fc.assert(
    fc.property(numbers, tellers, fc.boolean(), (all, { way, places }, asDigits) => {
      const told = tellAll(all, asDigits ? byDigits(way, places + 1) : byDecimals(way, places));
      expect(areToldAlike(told)).toBe(true);
      expect(told.every((one) => isToldAs(one.exact, one.told, minDecimals))).toBe(true);
    }),
    // What is whole but for the last digit of a double.
    { examples: [[[20.000000000000004, 20, 100.00000000000001, 20], { way: Math.ceil, places: 3 }, true]] },
  );
});

test("the same numbers beside one that is told in another way are not, though each of them is told well", () => {
  fc.assert(
    fc.property(alike, fc.constantFrom(...ways), fc.constantFrom(...ways), (all, one, other) => {
      // Nearest and cut off part above a half, nearest and rounded up below.
      const [high, low] = [
        all.map((exact) => Math.floor(exact) + 0.007),
        all.map((exact) => Math.floor(exact) + 0.003),
      ];
      const told = [
        ...tellAll([...high, ...low], byDecimals(one, minDecimals)),
        ...tellAll([77.007, 77.003], byDecimals(other, minDecimals)),
      ];
      expect(told.every((each) => isToldAs(each.exact, each.told, minDecimals))).toBe(true);
      expect(areToldAlike(told)).toBe(one === other);
    }),
  );
});
