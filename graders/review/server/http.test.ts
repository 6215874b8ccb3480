import {
  askHttp,
  type DeskBrowser,
  type DeskClass,
  enterDesk,
  type GradedDeskClass,
  gradeDeskClass,
  readMarkLines,
} from "../../testing/desk-class";

jest.setTimeout(120_000);

let graded: GradedDeskClass;
let desk: DeskClass;
let one: DeskBrowser;

beforeAll(async () => {
  graded = await gradeDeskClass();
  desk = await graded.open();
  one = await enterDesk(desk.links[0] ?? "");
});
afterAll(async () => {
  await desk.close();
  await graded.remove();
});

const readMarks = () => readMarkLines(desk.out);
const show = async (browser: DeskBrowser): Promise<string> => (await browser.get("/")).text;
const body = async () => {
  const form = new URLSearchParams({ token: "guess", question: "area", part: "", points: "1", by: "XY" });
  const member = /name="member" value="([^"]+)"/.exec(await show(one))?.[1] ?? "";
  form.append("member", member);
  return form.toString();
};
const formType = { "content-type": "application/x-www-form-urlencoded" };

test("a link works once, and without one nothing is shown", async () => {
  const { address } = one;
  const used = new URL(desk.links[0] ?? "");
  for (const path of ["/", "/desk.js", `/enter?token=${"A".repeat(43)}`, "/enter", `/enter${used.search}`]) {
    const { status, text, headers } = await askHttp(address, { path });
    expect([path, status, headers["set-cookie"]]).toEqual([path, 403, undefined]);
    expect(text).not.toContain("area");
  }
});

test.each<[string, Readonly<Record<string, string>>]>([
  ["another origin", { origin: "http://evil.example" }],
  ["no origin", {}],
  ["an origin that a browser hides", { origin: "null" }],
  ["another port of this machine", { origin: "http://127.0.0.1:1" }],
  ["another site, as the browser says", { origin: "own", "sec-fetch-site": "cross-site" }],
  ["another name of this machine", { origin: "own", host: "localhost:80" }],
  ["a page that guesses the form's secret", { origin: "own" }],
])("a form of %s stores nothing", async (_, sent) => {
  const { address, cookie } = one;
  const origin = sent.origin === "own" ? { origin: `http://${address}` } : {};
  const headers = { cookie, ...formType, ...sent, ...origin };
  const answer = await askHttp(address, { method: "POST", path: "/decide", headers, body: await body() });
  expect(answer.status).toBe(403);
  expect(await readMarks()).toEqual([]);
});

test("another kind of body, another method, too long a body and a page of another name are refused", async () => {
  const { address, cookie } = one;
  const own = { cookie, origin: `http://${address}` };
  const post = (headers: Readonly<Record<string, string>>, text: string) =>
    askHttp(address, { method: "POST", path: "/decide", headers: { ...own, ...headers }, body: text });
  expect((await post({ "content-type": "text/plain" }, await body())).status).toBe(403);
  // The connection may be closed before the rest is sent.
  const tooLong = await post(formType, `comment=${"a".repeat(1_100_000)}`).catch(() => null);
  expect([413, undefined]).toContain(tooLong?.status);
  expect((await askHttp(address, { method: "DELETE", path: "/", headers: own })).status).toBe(403);
  expect((await askHttp(address, { path: "/", headers: { cookie, host: "evil.example" } })).status).toBe(403);
  expect((await one.get("/../staff/marks.jsonl")).status).toBe(404);
  // The address of a page that was refused leads back to the desk.
  expect(await one.get("/decide")).toMatchObject({ status: 303, headers: { location: "/" } });
  expect(await readMarks()).toEqual([]);
});

test("a page loads from the desk alone, whatever stands in it", async () => {
  const { headers } = await one.get("/");
  expect(headers["content-security-policy"]).toMatch(
    /^default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'/,
  );
  expect(headers["cache-control"]).toBe("no-store");
});
