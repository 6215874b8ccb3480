import { runHere } from "../graders/testing/run-verb";
import { mark } from "./mark";
import { marks } from "./marks";
import { promote } from "./promote";
import { concludeCommand, type Verb } from "./terminal/command-line";
import { worker } from "./worker";

/** In a folder that is not there, which no line below gets to. */
const run = (
  verb: (signal: AbortSignal, argv: readonly string[]) => ReturnType<Verb>,
  args: readonly string[],
) => runHere((argv) => concludeCommand((signal) => verb(signal, argv)), args);
const decide: typeof promote = (_, argv) => mark(argv);
const list: typeof promote = (_, argv) => marks(argv);

const points = [["--points", "1"], ["--adjust", "-0.5"], ["--full"], ["--none"]];
const words = [
  ["--comment", "Well argued."],
  ["--note", "for staff"],
];
const pairsOf = <Item>(items: readonly Item[]): [Item, Item][] =>
  items.flatMap((one, at) => items.slice(at + 1).map((other): [Item, Item] => [one, other]));

const ofMark = [
  ...pairsOf([...points, ["--undo"], ["--from", "marks.csv"]]),
  ...words.flatMap(
    (said) =>
      [
        [["--undo"], said],
        [["--from", "marks.csv"], said],
      ] as const,
  ),
].map(([one, other]) => [decide, ["/nowhere", "--by", "AB"], one, other] as const);
const ofMarks = [["--csv"], ["--csv", "marks.csv"], ["--appeals", "appeals.csv"]].map(
  (other) => [list, ["/nowhere"], ["--agreement"], other] as const,
);
const accepted = ["--withdraw", "00000001"];
const ofPromote = [
  ...[["--part", "macs"], ["--credit", "0.5"], ["--says", "Right."], ["--export"]].map((other) => [
    accepted,
    other,
  ]),
  [["--export"], ["--apply", "--by", "AB", "--why", "it is right"]],
].map(([one = [], other = []]) => [promote, ["/nowhere"], one, other] as const);

test.each(
  [...ofMark, ...ofMarks, ...ofPromote].flatMap(([verb, args, one, other]) => [
    { verb, args: [...args, ...one, ...other], names: [one[0], other[0]] },
    { verb, args: [...args, ...other, ...one], names: [one[0], other[0]] },
  ]),
)("$names together are refused, whichever comes first: $args", async ({ verb, args, names }) => {
  const { code, stdout, stderr } = await run(verb, args);
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(/^error: option '.*' cannot be used with option '.*'/);
  for (const name of names) expect(stderr).toContain(`'${name}`);
});

test.each([
  ...[["--apply"], ["--part", "macs"], ["--credit", "1"], ["--says", "Right."]].map(
    (typed) => [promote, ["/nowhere", ...typed], `${typed[0]}: expected a group beside it`] as const,
  ),
  [promote, ["/nowhere", "0a1b", ...accepted], "--withdraw: takes back what it names"],
  [worker, ["--queue", "redis://127.0.0.1:1", "--again"], "--again: expected --enqueue beside it"],
] as const)(
  "an option that says nothing without another one is refused: %#",
  async (verb, args, complaint) => {
    const { code, stdout, stderr } = await run(verb, args);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain(complaint);
  },
);
