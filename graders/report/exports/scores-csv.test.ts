import { matchRoster } from "../../intake/roster/roster";
import { nameFolder } from "../../records/folder-name";
import { hostileId, sampleBatch, sampleRecords } from "../../testing/sample-class";
import { formatCsv } from "./csv";
import { buildScores } from "./scores";
import { formatScoresCsv } from "./scores-csv";

describe("formatCsv", () => {
  test.each([
    ["plain", "plain"],
    ["a,b", '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ["two\nlines", '"two\nlines"'],
    ["two\r\nlines", '"two\r\nlines"'],
    ["Zoë 🙂", "Zoë 🙂"],
    ["one\rline", '"one\rline"'],
    ["a;b", '"a;b"'],
    ["red\u001b[31m\u0000", "red\uFFFD[31m\uFFFD"],
    ["", ""],
    ["007", "007"],
    ["0.25", "0.25"],
    ["-0.25", "-0.25"],
    ["-12", "-12"],
  ])("writes %j as RFC 4180 wants it", (cell, written) => {
    expect(formatCsv([[cell, "end"]])).toBe(`${written},end\r\n`);
  });

  test.each([
    "=1+1",
    "+1",
    "-1+1",
    "-1e9",
    "- 1",
    "-",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "  =1",
    "\u00a0=1",
    "＝1",
    "＋1",
    "－1",
    "＠x",

    '=HYPERLINK("http://x")',
  ])("makes %j inert", (cell) => {
    expect(formatCsv([["start", cell]])).toMatch(/^start,"?'/);
  });
});

describe("formatScoresCsv", () => {
  const records = Object.values(sampleRecords);
  const absent = { id: "zoe", name: "Zoë", subject: "b".repeat(64) };
  const roster = matchRoster(
    [absent],
    records.map((one) => one.submission.id),
  );
  const csv = formatScoresCsv(buildScores({ ...sampleBatch, records, getFolder: nameFolder, roster }));

  test("has one row per submission and one column per question; what has no score is empty, never 0", () => {
    expect(csv.replace(hostileId.replace("\u001b", "\uFFFD"), "hostile")).toBe(
      [
        "\uFEFFid,subject,status,points,maxPoints,bonus,padding,standard-conv,softmax,fused",
        "ada,,graded,5,5,2,1,2,2,2",
        "hostile,,pending_manual,1.75,5,0,0,1.25,0.5,0",
        "grace,,graded,1,5,0,0,1,0,0",
        "no-compile,,ungradable,,,,,,,",
        "held-back,,not_graded,,,,1,2,,0",
        "tampered,,pending_manual,1.25,5,0,0,1.25,0,0",
        "all-our-fault,,not_graded,,,,,,,",
        `,${"b".repeat(64)},not_submitted,,,,,,,`,
        "",
      ].join("\r\n"),
    );
  });

  test("is byte-equal for equal scores", () => {
    expect(formatScoresCsv(buildScores({ ...sampleBatch, records, getFolder: nameFolder, roster }))).toBe(
      csv,
    );
  });

  test("is a header alone for an empty class", () => {
    expect(formatScoresCsv(buildScores({ ...sampleBatch, records: [], getFolder: nameFolder }))).toBe(
      "\uFEFFid,subject,status,points,maxPoints,bonus\r\n",
    );
  });
});
