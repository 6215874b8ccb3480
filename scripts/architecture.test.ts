import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import rooms from "../graders/rooms.json";
import { projectRoot } from "../graders/testing/project-root";
import ofScripts from "./imports.json";

const page = readFileSync(join(projectRoot, "docs", "architecture.md"), "utf8");

/** Cells of the table's rows whose first cell matches. */
const listRows = (first: RegExp): readonly (readonly string[])[] =>
  page
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .filter(([, cell]) => first.test(cell ?? ""));

test("the page tells of each room what the arrows allow", () => {
  const told = listRows(/^`[a-z]+\/`$/)
    .map(([, room, , imports]) => [room?.slice(1, -2), (imports ?? "").split(", ").filter(Boolean)])
    .filter(([room]) => room !== "testing");
  expect(Object.fromEntries(told)).toEqual({ ...rooms, scripts: ofScripts.rooms });
});

test("the page names everything that commands know besides, with its reason", () => {
  const told = listRows(/^`graders\/.*`$/).map(([, path, because]) => [path?.slice(1, -1), because]);
  expect(Object.fromEntries(told)).toEqual(ofScripts.besides);
});

test("one answer passes at most a dozen files, and each is there", () => {
  const files = [...page.matchAll(/^\| \w* ?\| `([^`]+)` \|/gm)].map(([, file]) => file as string);
  expect(files.length).toBeGreaterThan(8);
  expect(files.length).toBeLessThanOrEqual(12);
  const missing = files.filter((file) => !existsSync(join(projectRoot, file.replace("<id>", "padding"))));
  expect(missing).toEqual([]);
});
