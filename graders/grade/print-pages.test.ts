import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { locateFor, outputFiles } from "../records/output-files";
import { openStore } from "../records/store";
import { hostileName, sampleRecords } from "../testing/sample-class";
import { openSampleReporter } from "../testing/sample-pages";
import { describeWith } from "../testing/stand-aside";
import { makeTemporaryFolder, type TemporaryFolder } from "../testing/temporary-folder";
import { findPrinter, printPages } from "./print-pages";

jest.setTimeout(120_000);

test("without Chromium it says what to do, and with any of its names it prints", () => {
  expect(() => findPrinter(() => null)).toThrow(/^--pdf: no Chromium .* apt-get install chromium/);
  expect(findPrinter((name) => (name === "google-chrome" ? "/opt/it" : null))).toBe("/opt/it");
});

describeWith("chromium", "students' pages as PDF", () => {
  let out: TemporaryFolder;
  const { mixed, full } = sampleRecords;
  const ids = [mixed, full].map((one) => one.submission.id);

  beforeEach(async () => {
    out = await makeTemporaryFolder();
    const [reporter, store] = [await openSampleReporter(), openStore(out.path)];
    for (const one of [mixed, full])
      await store.writeFile(
        one.submission.id,
        outputFiles.reportPage,
        reporter.renderStudentHtml(one, hostileName),
      );
  });
  afterEach(() => out.remove());

  const locate = (id: string): string =>
    join(out.path, locateFor(outputFiles.reportPdf, openStore(out.path).getFolder(id)));

  test("are tagged, lie beside the page, and leave nothing else behind", async () => {
    expect(await printPages(out.path, ids, findPrinter())).toEqual({ printed: 2, failed: new Map() });
    for (const id of ids) {
      const text = (await readFile(locate(id))).toString("latin1");
      expect(text).toMatch(/^%PDF-/);
      expect(text).toContain("/StructTreeRoot");
      const beside = await readdir(join(locate(id), ".."));
      expect(beside.sort()).toEqual(["report.html", "report.pdf"]);
    }
  });

  test("one that cannot be printed is named, and stops no other", async () => {
    const { printed, failed } = await printPages(out.path, ["nobody", ...ids], findPrinter());
    expect([printed, [...failed.keys()]]).toEqual([2, ["nobody"]]);
    const broken = await printPages(out.path, ids, "/bin/false");
    expect(broken.failed.get(ids[0] ?? "")).toMatch(/ended with code 1 and made no PDF/);
    expect((await readFile(locate(ids[0] ?? ""))).toString("latin1")).toMatch(/^%PDF-/);
  });
});
