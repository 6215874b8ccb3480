import { sampleClock, sampleRecords } from "../testing/sample-class";
import { findNewest } from "./rewrite-class";

const { full, mixed, wrong } = sampleRecords;
const later = { ...wrong, clock: { ...sampleClock, finishedAt: "2099-01-01T00:00:00.000Z" } };

test.each([
  ["none of none", [], undefined],
  ["the one that ended last", [full, later, mixed], later],
  ["of those that ended at once, the first in the order of ids", [full, mixed], full],
])("the newest record is %s", (_, records, newest) => {
  expect(findNewest(records)).toBe(newest);
});
