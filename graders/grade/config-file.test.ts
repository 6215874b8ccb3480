import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { UsageError } from "../contract/faults";
import { makeTemporaryFolder, type TemporaryFolder } from "../testing/temporary-folder";
import { readConfig } from "./config-file";

let folder: TemporaryFolder;

beforeEach(async () => {
  folder = await makeTemporaryFolder();
});
afterEach(() => folder.remove());

async function read(text: string): ReturnType<typeof readConfig> {
  const path = join(folder.path, "settings.json");
  await writeFile(path, text);
  return readConfig(path);
}

describe("the settings file", () => {
  test("says which sandbox and which limits", async () => {
    const settings = { sandbox: "required", limits: { callMs: 500 } };
    expect(await read(JSON.stringify(settings))).toEqual(settings);
  });

  test("may be empty of settings", async () => {
    expect(await read("{}")).toEqual({});
  });

  test.each([
    ["no JSON", "{", /settings\.json: expected JSON/],
    ["an unknown setting", '{"sandbocks":"auto"}', /no field of this name, got .*sandbocks/],
    [
      "switching the sandbox off",
      '{"sandbox":"none"}',
      /at \/sandbox: expected one of \["auto","required"\]/,
    ],
    [
      "a void question without a reason",
      '{"questions":[{"id":"a","void":true}]}',
      /at \/questions\/0: .*why/,
    ],
    ["a blank reason", '{"questions":[{"id":"a","void":true,"why":" "}]}', /at \/questions\/0\/why/],
    ["a weight of nothing", '{"questions":[{"id":"a","weight":0,"why":"b"}]}', /at \/questions\/0\/weight/],
    ["a limit in words", '{"limits":{"callMs":"2s"}}', /at \/limits\/callMs: expected integer/],
  ])("%s is refused in one line", async (_, text, sentence) => {
    const attempt = read(text);
    await expect(attempt).rejects.toThrow(UsageError);
    await expect(attempt).rejects.toThrow(sentence);
  });

  test("a file that was named must be there; the usual one need not", async () => {
    await expect(readConfig(join(folder.path, "nowhere.json"))).rejects.toThrow(/cannot be read/);
  });
});
