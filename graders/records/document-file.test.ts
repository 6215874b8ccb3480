import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { GraderFault, UsageError } from "../contract/faults";
import { compileSchema } from "../contract/schemas/ajv";
import { makeTemporaryFolder, type TemporaryFolder } from "../testing/temporary-folder";
import { readDocument, readDocumentIfThere, writeDocument } from "./document-file";

const schema = compileSchema<{ readonly name: string }>({
  type: "object",
  properties: { name: { type: "string" } },
  required: ["name"],
});
let folder: TemporaryFolder;
let path: string;
beforeEach(async () => {
  folder = await makeTemporaryFolder();
  path = join(folder.path, "pet.json");
});
afterEach(() => folder.remove());

test("what is written is read again; where nothing is, there is nothing or a complaint", async () => {
  expect(await readDocumentIfThere(schema, path, "a pet")).toBeNull();
  await expect(readDocument(schema, path, "a pet")).rejects.toThrow(
    /pet\.json: expected a pet, got .*ENOENT/,
  );
  await writeDocument(schema, path, { name: "tom" });
  expect(await readDocument(schema, path, "a pet")).toEqual({ name: "tom" });
});

test("what does not fit is our fault when it is written, and never is; and the caller's to mend when it is read", async () => {
  await writeFile(path, '{"name": 7}');
  await expect(readDocumentIfThere(schema, path, "a pet")).rejects.toThrow(UsageError);
  await expect(writeDocument(schema, path, JSON.parse("{}"))).rejects.toThrow(GraderFault);
  expect(await readFile(path, "utf8")).toBe('{"name": 7}');
});
