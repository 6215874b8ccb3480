import { readSubmitters } from "./gradescope-metadata";

const metadata = `---
submission_11:
  :submitters:
  - :name: Zoë Ray
    :sid: '0034567'
    :email: zoe@example.org
  :created_at: 2026-03-01 10:00:00.548370000 Z
  :results: !ruby/hash:ActiveSupport::HashWithIndifferentAccess
    output: |-
      submission_12:
        :submitters: nobody
submission_12:
  :submitters:
  - :name: Ann Lee
    :sid: 007
    :email: ann@example.org
  - :name: Bo Moe
    :sid:
    :email: bo@example.org
submission_13:
  :submitters: []
`;

test("everybody who handed in is read, a team as a whole, and ids stay text", () => {
  expect([...(readSubmitters(metadata) ?? [])]).toEqual([
    ["submission_11", [{ key: "0034567", name: "Zoë Ray", email: "zoe@example.org" }]],
    [
      "submission_12",
      [
        { key: "007", name: "Ann Lee", email: "ann@example.org" },
        { key: "bo@example.org", name: "Bo Moe", email: "bo@example.org" },
      ],
    ],
  ]);
});

test.each(["", "- a\n- b\n", "a: [", "%YAML 9\n\0"])("%j says nothing about anybody", (text) => {
  expect(readSubmitters(text)?.size ?? null).toBeNull();
});
