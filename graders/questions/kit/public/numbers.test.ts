import fc from "fast-check";
import { isBetween, isRoundedBetween, listSteps, type Rounding } from "./numbers";

const shown: Rounding = { decimals: [1, 2, 3, 4, 5, 6], digits: [2, 3, 4, 5, 6] };

test("a number was rounded where some way to round that leaves it as it is reaches what is meant", () => {
  const cut = fc.oneof(
    fc.nat(8).map((count) => (value: number) => Number(value.toFixed(count))),
    fc.integer({ min: 1, max: 9 }).map((count) => (value: number) => Number(value.toPrecision(count))),
  );
  const counts = (least: number) => fc.uniqueArray(fc.integer({ min: least, max: 7 }), { maxLength: 4 });
  const how = fc.oneof(fc.constant(shown), fc.record({ decimals: counts(0), digits: counts(1) }));
  const meant = fc.double({ min: -1e4, max: 1e4, noNaN: true });
  const away = fc.integer({ min: -8, max: 2 }).map((power) => 10 ** power);
  let rounded = 0;
  fc.assert(
    fc.property(meant, away, cut, how, fc.boolean(), (value, distance, round, rounding, isAbove) => {
      const came = round(value);
      const least = isAbove ? came + distance : came - 3 * distance;
      const most = least + 2 * distance;
      const isTold = listSteps(rounding, came).some((step) => isBetween(came, least - step, most + step));
      rounded += isTold ? 1 : 0;
      expect(isRoundedBetween(came, least, most, rounding)).toBe(isTold);
    }),
    { numRuns: 5_000, seed: 1 },
  );
  expect(rounded).toBeGreaterThan(250);
  expect(rounded).toBeLessThan(4_500);
});
