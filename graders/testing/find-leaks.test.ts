import { gzipSync } from "node:zlib";
import { writeZip } from "../student/handout/zip";
import { findLeaks } from "./find-leaks";

const secret = 'CANARY "né" 918273645546';
const file = (content: string | Uint8Array) => [
  { path: "file", bytes: typeof content === "string" ? Buffer.from(content, "utf8") : content },
];
const map = Buffer.from(JSON.stringify({ sourcesContent: [`const x = '${secret}';`] })).toString("base64");
const zip = (content: string) => writeZip([{ path: "inner.txt", bytes: Buffer.from(content) }]);

test.each<[string, string | Uint8Array]>([
  ["plain text", `x ${secret} y`],
  ["wrapped lines", `CANARY "né"\n   918273645546`],
  ["JSON", JSON.stringify(`${secret}`)],
  ["JSON with escapes", JSON.stringify(secret).replace("é", "\\u00e9")],
  ["HTML", "CANARY &quot;n&#233;&quot; 918273645546"],
  ["HTML in hexadecimal", "CANARY &#x22;né&#x22; 918273645546"],
  ["a grouped number", 'CANARY "né" 918,273,645,546'],
  ["an inline source map", `let x;\n//# sourceMappingURL=data:application/json;base64,${map}`],
  ["UTF-16", Buffer.from(secret, "utf16le")],
  ["a zip", zip(secret)],
  ["a zip in a zip", writeZip([{ path: "a.zip", bytes: zip(secret) }])],
  ["a source map in a zip", zip(`//# sourceMappingURL=data:application/json;base64,${map}`)],
  ["gzip", gzipSync(secret)],
])("a secret is found in %s", (_, content) => {
  expect(findLeaks(file(content), ["another one", secret])).toEqual([`file: ${secret}`]);
});

test("a secret is found in the name of a file, and in one inside a zip", () => {
  expect(findLeaks([{ path: "canary.txt", bytes: Buffer.from("") }], ["canary"])).toHaveLength(1);
  expect(
    findLeaks(file(writeZip([{ path: "canary.txt", bytes: Buffer.from("") }])), ["canary"]),
  ).toHaveLength(1);
});

test("of many secrets each is found: short ones, those that begin alike, and those that overlap", () => {
  const found = ["né", "CANA", 'CANARY "n', 'ARY "né" 9', "645546"];
  expect(findLeaks(file(secret), [...found, "ab", 'CANARY "x', "645546 "])).toEqual(
    found.map((one) => `file: ${one}`),
  );
});

test("nothing is found where nothing is", () => {
  expect(findLeaks([...file("CANARY"), ...file(zip("canary 918"))], [secret])).toEqual([]);
});
