/** Of family K: what is small to hand in, and long or large to read. */
import { writeZip } from "../../student/handout/zip";
import { honest, type OddFolder, write } from "./fill-folder";

const mebibyte = 2 ** 20;
const kib256 = 2 ** 18;

const pack = (folder: string, files: Readonly<Record<string, string>>): void => {
  const listed = Object.entries(files).map(([path, text]) => ({ path, bytes: Buffer.from(text) }));
  write(folder, "work.zip", Buffer.from(writeZip(listed)));
};
const fill = (piece: string, bytes = kib256): string => piece.repeat(bytes / piece.length - 1);
const many = (count: number, text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`f${i}.ts`, text]));
const noteWith = (cells: string, besides = "0"): string =>
  `{"nbformat":4,"metadata":{"language_info":{"name":"typescript"},"a":[${besides}]},"cells":[${cells}]}`;
const code = JSON.stringify({ cell_type: "code", source: honest });
/** Better packed than that is refused for it. */
const uneven = (piece: string, bytes: number): string =>
  Array.from({ length: bytes / 300 }, (_, i) => `${i % 7},${fill(piece, 300)}`).join("");

export const longToRead: readonly OddFolder[] = [
  {
    name: "notebook of thirty million cells in a small archive",
    fill: (folder) => pack(folder, { "submission.ipynb": noteWith(`${uneven("0,", 60 * mebibyte)}0`) }),
    expected: /holds more than 10000 cells|MiB of memory/,
  },
  {
    name: "notebook of twenty million objects",
    fill: (folder) => write(folder, "submission.ipynb", noteWith(code, `${fill("{},", 60 * mebibyte)}0`)),
    expected: /MiB of memory|takes longer than/,
  },
  {
    name: "notebook of sixty megabytes that are no UTF-8",
    fill: (folder) => {
      const bytes = Buffer.from(`${fill("\u0080", 60 * mebibyte)}A`, "latin1");
      write(folder, "submission.ipynb", bytes);
    },
    expected: /is no Jupyter notebook/,
  },
  {
    name: "import of a name with marks without end",
    fill: (folder) =>
      write(
        folder,
        "submission.ts",
        `import "./a${"\u0300".repeat(30_000)}${"\u0316".repeat(30_000)}";\n${honest}`,
      ),
    expected: "accepted",
  },
  {
    name: "notebook of two million headings",
    fill: (folder) => {
      const text = JSON.stringify({ cell_type: "markdown", source: fill("#\n", 4 * mebibyte) });
      write(folder, "submission.ipynb", noteWith(`${text},${code}`));
    },
    expected: "accepted",
  },
  {
    name: "hundreds of files beside a starter that leaves thousands of functions open",
    fill: (folder) => {
      const stub = (_: unknown, i: number): string => `export const a${i} = () => notAnsweredYet("a${i}");`;
      const stubs = Array.from({ length: 5_000 }, stub).join("\n");
      const others = many(300, `export const zz = 1;${fill("let ")}`.slice(0, kib256));
      pack(folder, { ...others, "submission.ts": stubs });
    },
    expected: /larger than 4096 KiB|more than 200 \.ts files/,
  },
  {
    name: "hundreds of files, none of them the entry",
    fill: (folder) => pack(folder, many(300, fill("x = /a/; "))),
    expected: /larger than 4096 KiB|more than 200 \.ts files/,
  },
];
