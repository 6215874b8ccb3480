import { chooseIds } from "./choose-ids";

const ids = ["ann", "bob", "Müller, Anna", "a,b"];

test.each([
  [["ann, bob"], ["ann", "bob"]],
  [
    ["ann", "bob,"],
    ["ann", "bob"],
  ],
  [["Müller, Anna"], ["Müller, Anna"]],
  [
    ["a,b", "ann"],
    ["a,b", "ann"],
  ],
  [["Mu\u0308ller, Anna"], ["Müller, Anna"]],
])("%j names %j", (named, chosen) => {
  expect(chooseIds("--only", named, ids)).toEqual(chosen);
});

test("who is unknown is named, each alone", () => {
  expect(() => chooseIds("--pdf", ["ann,zoe", "Müller"], ids)).toThrow(
    "--pdf: no submission is called zoe, Müller",
  );
});
