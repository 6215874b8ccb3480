/** Of family K: archives whose lists are long, whatever they hold. */
import { writeZip, type ZippedFile } from "../../student/handout/zip";
import { repeatLastFile } from "./crowded-zip";
import { honest, type OddFolder, write } from "./fill-folder";

const list = (paths: readonly string[], text = ""): readonly ZippedFile[] =>
  paths.map((path) => ({ path, bytes: Buffer.from(text) }));
const entry = list(["submission.ts"], honest);
const withTwin = [...entry, ...list(["twin.txt"])];
const stacked = Array.from({ length: 800 }, (_, i) => `${i}/${"d/".repeat(62)}x.txt`);

export const oddArchives: readonly OddFolder[] = [
  {
    name: "archive that lists one name as often as it may",
    fill: (folder) => write(folder, "work.zip", repeatLastFile(withTwin, 49_999)),
    expected: "accepted",
  },
  {
    name: "archive that lists one name once more",
    fill: (folder) => write(folder, "work.zip", repeatLastFile(withTwin, 50_000)),
    expected: /^work\.zip holds more than 50000 entries/,
  },
  {
    name: "archive of a few files in very many folders",
    fill: (folder) => write(folder, "work.zip", Buffer.from(writeZip([...entry, ...list(stacked)]))),
    expected: /^work\.zip holds more than 50000 entries/,
  },
];
