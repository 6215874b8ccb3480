/** Work that is split by task is no choice between files: whoever handed in one of them would hand in a part. */
import { look, sayRefusal, writeAll } from "../testing/hand-in";

const write = (...names: readonly string[]): string =>
  names.map((name) => `export function ${name}(x) {\n  return x.length;\n}\n`).join("");

async function read(files: Readonly<Record<string, string>>): Promise<string> {
  writeAll("class/ann", files);
  const [found] = (await look("class", { as: "class" })).submissions;
  return found === undefined ? "nothing" : sayRefusal(found);
}

test("files with functions of their own are told to be exported together", async () => {
  expect(await read({ "a.ts": write("padding"), "b.ts": write("softmaxFlops", "preluFlops") })).toMatch(
    /^The work lies in several files: a\.ts, b\.ts\./,
  );
});

test.each([
  ["have one in common", write("padding", "preluFlops"), write("preluFlops")],
  ["answer nothing in one of them", write("padding"), "export const name = 'x';\n"],
  ["leave one open", write("padding"), "export function preluFlops() {}\n"],
])("files that %s are a choice", async (_, a, b) => {
  expect(await read({ "a.ts": a, "b.ts": b })).toMatch(
    /^Several files could be the submission: a\.ts, b\.ts\./,
  );
});
