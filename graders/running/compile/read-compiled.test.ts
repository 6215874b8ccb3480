import { GraderFault } from "../../contract/faults";
import type { WireMessage } from "../sandbox/process-reply";
import { readCompiled } from "./read-compiled";

const file = (path: string) => ({ path, text: "", bytes: 0 });
const source = { entry: "submission.ts", files: [file("submission.ts"), file("lib.ts")] };
const files = [
  ["submission.ts", "exports.a = 1;", "AAAA"],
  ["lib.ts", "", ""],
];
const at = { line: 2, column: 5 };
const missing = [{ path: "lib.ts", says: "no such file", ...at }];
const says = {
  code: "does-not-compile-at",
  file: "submission.ts",
  line: 2,
  complaint: "a brace is missing.",
};
const read = (message: object) => readCompiled(message as WireMessage, source);

test("files, what is missing, and failures are read", () => {
  const compiled = files.map(([path, js, mappings]) => ({ path, js, mappings }));
  expect(read({ files, missing: [] })).toEqual({ ok: true, entry: "submission.ts", files: compiled });
  expect(read({ files, missing })).toMatchObject({ missing });
  expect(read({ says, at })).toEqual({ ok: false, says, place: { path: "submission.ts", ...at } });
  expect(read({ says: { code: "compiled-too-large", file: "lib.ts" } })).not.toHaveProperty("place");
});

test("a line that the parser's report has not is left out", () => {
  const words = { code: "does-not-compile", file: says.file, complaint: says.complaint };
  for (const none of [0, null, "2", undefined]) {
    expect(read({ says: { ...says, line: none } })).toEqual({ ok: false, says: words });
  }
});

test.each<[string, object]>([
  ["nothing", {}],
  ["files that are none", { files: "submission.ts", missing: [] }],
  ["a file without its text", { files: [["submission.ts"], files[1]], missing: [] }],
  ["a file's text under another name", { files: [files[1], files[0]], missing: [] }],
  ["a file that was not handed in", { files: [...files, ["more.ts", "", ""]], missing: [] }],
  ["a file less", { files: files.slice(1), missing: [] }],
  ["no list of what is missing", { files }],
  ["an import that is missing elsewhere", { files, missing: [{ ...missing[0], path: "other.ts" }] }],
  ["a line that is none", { files, missing: [{ ...missing[0], line: "2" }] }],
  ["a failure without a code", { says: { file: "submission.ts" } }],
  ["a failure of another kind", { says: { code: "archive-damaged", file: "submission.ts" } }],
  ["a failure without words", { says: { ...says, complaint: null } }],
  ["a failure of another file", { says: { ...says, file: "/etc/passwd" } }],
  ["a place that is none", { says, at: [2, 5] }],
])("%s is a fault of ours, and nobody's program", (_, message) => {
  expect(() => read(message)).toThrow(GraderFault);
});
