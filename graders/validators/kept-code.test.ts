import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeTemporaryFolder, type TemporaryFolder } from "../testing/temporary-folder";
import { keepCode } from "./kept-code";

let folder: TemporaryFolder;
let made = 0;
beforeEach(async () => {
  folder = await makeTemporaryFolder();
  made = 0;
});
afterEach(() => folder.remove());

const code = "module.exports = 1;\nmodule.exports += 1;\n";
const keep = (madeFrom = ["a schema"], under = folder.path): string =>
  keepCode({ folder: under, madeFrom }, () => {
    made += 1;
    return code;
  });

test("code is made once for the same, and again for anything else", () => {
  expect([keep(), keep(), made]).toEqual([code, code, 1]);
  keep(["a schema", ""]);
  keep(["a", " schema"]);
  expect(made).toBe(3);
  expect(readdirSync(folder.path)).toHaveLength(3);
});

test.each([
  ["cut off", (text: string) => text.slice(0, -1)],
  ["changed", (text: string) => text.replace("1", "2")],
  ["emptied", () => ""],
])("code that was %s is not believed", (_, spoil) => {
  keep();
  const path = join(folder.path, readdirSync(folder.path)[0] ?? "");
  writeFileSync(path, spoil(readFileSync(path, "utf8")));
  expect(keep()).toBe(code);
  expect([made, keep(), made]).toEqual([2, code, 2]);
});

test("where nothing can be kept, code is made each time", () => {
  writeFileSync(join(folder.path, "file"), "");
  const under = join(folder.path, "file", "below");
  expect([keep([], under), keep([], under), made]).toEqual([code, code, 2]);
});
