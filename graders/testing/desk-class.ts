/** For tests: a class of twelve with what waits in it, graded for real, and a desk over it with browsers of our own. */
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { request as ask } from "node:http";
import { join } from "node:path";
import { type OpenDesk, openDesk } from "../review/open-desk";
import { gradeFolder } from "./grade-folder";
import { projectRoot } from "./project-root";
import { sampleAssignment } from "./sample-assignment";
import { makeTemporaryFolder, type TemporaryFolder } from "./temporary-folder";
import { toyAssignment } from "./toy-assignment";

const twoSides = "each cell has an upper and a lower side and both of them count";
const paintTwice = "the box is painted twice, once inside and once outside, as stated";
const hostileWords = `</textarea><script>alert("words")</script> <img src=x onerror=alert(2)> because each cell counts twice here`;
export const hostileFile = `<img src=x onerror=alert(1)>"'.ts`;

const write = (area: string, words?: string): string => `
export const area = (rows: number, columns: number) => ${area};
export const price = (rows: number, columns: number) => 3 * rows * columns;
${words === undefined ? "" : `export const explanations = { area: ${JSON.stringify(words)} };`}
`;

const work: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ["ann", "ben", "cem", "dia"].map((name) => [`${name}.ts`, write("2 * rows * columns", twoSides)]),
  ),
  "eve.ts": write("2 * rows * columns", paintTwice),
  "fay.ts": write("2 * rows * columns + 1", paintTwice),
  "gil.ts": write("2 * rows * columns + 1", paintTwice),
  "hal.ts": write("rows * columns"),
  "ida.ts": write("rows * columns"),
  "jon.ts": write("rows * columns"),
  "kim.ts": write("2 * rows * columns + 5"),
  [hostileFile]: write("2 * rows * columns + 2", hostileWords),
};

export interface DeskClass {
  readonly out: string;
  /** Addresses that let one browser in each. */
  readonly links: readonly string[];
  grade(): Promise<void>;
  close(): Promise<void>;
}

export interface GradedDeskClass {
  /** A desk over a copy of what the run wrote. */
  open(): Promise<DeskClass>;
  remove(): Promise<void>;
}

/** Grades once, for all tests of a file. */
export async function gradeDeskClass(): Promise<GradedDeskClass> {
  const folder: TemporaryFolder = await makeTemporaryFolder();
  const [classPath, graded] = [join(folder.path, "class"), join(folder.path, "out")];
  await mkdir(classPath);
  for (const [name, text] of Object.entries(work)) await writeFile(join(classPath, name), text);
  const grade = async (out: string): Promise<void> => {
    await gradeFolder(classPath, out, { assignment: toyAssignment, request: { fresh: true } });
  };
  await grade(graded);
  let copies = 0;
  const open = async (): Promise<DeskClass> => {
    copies += 1;
    const out = join(folder.path, `out-${copies}`);
    await cp(graded, out, { recursive: true });
    const links: string[] = [];
    const desk: OpenDesk = await openDesk({
      place: { outFolder: out, assignment: toyAssignment, root: projectRoot },
      by: "AB",
      now: () => new Date("2026-02-03T04:05:06.789Z"),
      onLink: (url) => void links.push(url),
    });
    return { out, links, grade: () => grade(out), close: async () => void (await desk.close()) };
  };
  return { open, remove: () => folder.remove() };
}

/** Every line of `marks.jsonl`. */
export async function readMarkLines(out: string): Promise<readonly Record<string, unknown>[]> {
  const text = await readFile(join(out, "staff", "marks.jsonl"), "utf8").catch(() => "");
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

export interface HttpAsk {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** As a program asks that minds no rules of browsers. @param address "127.0.0.1:4711" */
export function askHttp(address: string, { method = "GET", path, headers = {}, body }: HttpAsk) {
  const [hostname, port] = address.split(":");
  return new Promise<HttpAnswer>((resolve, reject) => {
    const sent = ask({ hostname, port, path, method, headers, agent: false }, (answer) => {
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", (piece: string) => {
        text += piece;
      });
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

export interface DeskBrowser {
  readonly address: string;
  readonly cookie: string;
  get(path: string): Promise<HttpAnswer>;
  /** As the form of the page would be sent, with these fields in the place of its own. */
  post(
    path: string,
    page: string,
    fields?: Readonly<Record<string, string | readonly string[]>>,
  ): Promise<HttpAnswer>;
}

/** A desk over records of the sample class, at a time of its own, with the link that lets one browser in. */
export async function openSampleDesk(
  outFolder: string,
  more: Partial<Parameters<typeof openDesk>[0]> = {},
): Promise<{ readonly desk: OpenDesk; readonly link: string }> {
  const links: string[] = [];
  const desk = await openDesk({
    place: { outFolder, assignment: sampleAssignment, root: projectRoot },
    by: "CD",
    now: () => new Date("2026-02-03T04:05:06.789Z"),
    onLink: (url) => void links.push(url),
    ...more,
  });
  return { desk, link: links[0] ?? "" };
}

export async function enterDesk(link: string): Promise<DeskBrowser> {
  const { host: address, pathname, search } = new URL(link);
  const entered = await askHttp(address, { path: `${pathname}${search}` });
  const cookie = String(entered.headers["set-cookie"]).split(";")[0] ?? "";
  return {
    address,
    cookie,
    get: (path) => askHttp(address, { path, headers: { cookie } }),
    post: (path, page, fields = {}) => {
      const form = new URLSearchParams(readFields(page, path));
      for (const [name, value] of Object.entries(fields)) {
        form.delete(name);
        for (const one of [value].flat()) form.append(name, one);
      }
      const headers = {
        cookie,
        origin: `http://${address}`,
        "content-type": "application/x-www-form-urlencoded",
      };
      return askHttp(address, { method: "POST", path, headers, body: form.toString() });
    },
  };
}

/** Fields of the form of a page that leads to a path: inputs that are not unticked, with their values. */
export function readFields(page: string, action: string): [string, string][] {
  const form = page.split(`action="${action}"`)[1]?.split("</form>")[0] ?? "";
  const fields = [...form.matchAll(/<input[^>]*>/g)].flatMap(([input]): [string, string][] => {
    const name = /name="([^"]*)"/.exec(input)?.[1];
    const value = unescapeHtml(/value="([^"]*)"/.exec(input)?.[1] ?? "");
    const isOff = input.includes('type="checkbox"') && !input.includes(" checked");
    return name === undefined || isOff ? [] : [[name, value]];
  });
  const comment = /<textarea name="comment"[^>]*>([^<]*)</.exec(form)?.[1];
  return comment === undefined ? fields : [...fields, ["comment", unescapeHtml(comment)]];
}

function unescapeHtml(text: string): string {
  return text
    .replaceAll("&#x3D;", "=")
    .replaceAll("&#x27;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
