import { english } from "../../wording/translator";
import type { TypeReport } from "./result";
import { viewTypes } from "./view-notes";

const mistake = { path: "submission.ts", line: 2, column: 3, message: "No.", source: "  x;" };
const report = (total: number, elsewhere: number): TypeReport => ({
  kind: "checked",
  mistakes: Array.from({ length: total }, () => mistake),
  total,
  elsewhere,
});

test("only a submission that runs, with no complaint anywhere, is said to have none", () => {
  for (const total of [0, 1, 2])
    for (const elsewhere of [0, 1, 7])
      for (const isBroken of [false, true]) {
        const lines = viewTypes(report(total, elsewhere), isBroken, english);
        const texts = lines.flatMap(({ text, details }) => [text, ...details.map((one) => one.text)]);
        const isFine = total === 0 && elsewhere === 0 && !isBroken;
        expect(lines.some(({ tone }) => tone === "ok")).toBe(isFine);
        expect(texts.some((text) => /finds nothing/.test(text))).toBe(isFine);
        expect(texts.filter((text) => text.endsWith(`not shown here: ${elsewhere}.`))).toHaveLength(
          elsewhere > 0 ? 1 : 0,
        );
      }
});
