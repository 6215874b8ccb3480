import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../testing/project-root";
import { compareText } from "./compare-text";

test("is an order, equal texts included, that no language decides", () => {
  const texts = ["", "A", "Z", "a", "ä", "\u{1F600}"];
  const found = texts.map((a) => texts.map((b) => compareText(a, b)));
  expect(found).toEqual(texts.map((_, at) => texts.map((_, other) => Math.sign(at - other))));
});

test("is written out nowhere else, where what is equal is easily forgotten", () => {
  const written = ["graders", "scripts"].flatMap((top) =>
    readdirSync(join(projectRoot, top), { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts") && !path.endsWith("compare-text.ts"))
      .filter((path) => / < b(\.\w+)* \? -1 : /.test(readFileSync(join(projectRoot, top, path), "utf8")))
      .map((path) => join(top, path)),
  );
  expect(written).toEqual([]);
});
