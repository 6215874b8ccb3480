/** For tests: what each platform's download makes of an attempt, whatever was handed in with it. */
import type { SourceName } from "../contract/submission";
import type { Files } from "./odd-zip";

/** Handed in last; of an attempt before it, where there was one, there is a file. */
export interface Attempt {
  readonly who: string;
  readonly n: number;
  readonly hasFile: boolean;
  readonly hasText: boolean;
  readonly when: "once" | "again" | "late";
}

export const typedHeading = "padding";
export const typedText = "Eleven less three and one is nine already, so that nothing is added.";
export const workOf = ({ n }: Attempt): string => `export const by = ${n};\n`;
const earlier = "const earlier = true;\n";

interface Platform {
  readonly source: Exclude<SourceName, "plain">;
  /** Who begins like another, holds an umlaut in one form and in two, and as many underscores as the platform lets pass. */
  readonly people: readonly string[];
  readonly pack: (attempt: Attempt) => Files;
  readonly beside?: (attempts: readonly Attempt[]) => Files;
  /** Whether there is anything to type into, and what a download holds of an attempt without anything. */
  readonly takesText?: true;
  readonly showsEmpty?: true;
  readonly keyOf: (attempt: Attempt) => string;
}

const when = (isThere: boolean, files: Files): Files => (isThere ? files : {});
const page = `<h3>${typedHeading}</h3>\n<p>${typedText}</p>`;
const names = ["Ann Lee", "Ann Lee-Smith", "Änne Öz", "A\u0308nne Oz", "Ann"];

function packMoodle(one: Attempt): Files {
  const start = `${one.who}_${one.n}_assignsubmission`;
  return {
    ...when(one.hasFile, { [`${start}_file_/submission.ts`]: workOf(one) }),
    ...when(one.hasText, {
      [`${start}_onlinetext_/onlinetext.html`]: page,
      [`${start}_onlinetext_/a.png`]: "",
    }),
  };
}

/** Downloaded without folders. */
function packFlatMoodle(one: Attempt): Files {
  const start = `${one.who}_${one.n}_assignsubmission`;
  return {
    ...when(one.hasFile, { [`${start}_file_submission.ts`]: workOf(one) }),
    ...when(one.hasText, { [`${start}_onlinetext_onlinetext.html`]: page }),
  };
}

function packCanvas(one: Attempt): Files {
  const start = `${one.who}_${one.when === "late" ? "LATE_" : ""}${one.n}`;
  const isAgain = one.when === "again";
  const title = `<title>HW 3: ${one.who}</title></head><body><h1>HW 3: ${one.who}</h1>`;
  return {
    ...when(isAgain && one.hasFile, { [`${start}_7_submission.ts`]: earlier }),
    ...when(one.hasFile, { [`${start}_8_submission${isAgain ? "-1" : ""}.ts`]: workOf(one) }),
    ...when(one.hasText, { [`${start}_text.html`]: `<html><head>${title}<div>${page}</div></body></html>` }),
  };
}

function packBlackboard(one: Attempt): Files {
  const name = (day: number): string => `HW_3_${one.who}_attempt_2026-11-2${day}-10-00-00`;
  const tell = (text: string, file: string): string =>
    `Name: Kim (Kim) Lee (${one.who})\nAssignment: HW 3\nDate Submitted: x\nCurrent Grade: Needs Grading\n\nSubmission Field:\n${text}\n\nComments:\nThere are no student comments for this assignment.\n\nFiles:\n\t${file}\n`;
  const none = "There is no student submission text data for this assignment.";
  const file = one.hasFile
    ? "Original filename: submission.ts"
    : "No files were attached to this submission.";
  return {
    ...when(one.when === "again", {
      [`${name(1)}.txt`]: tell("<p>An earlier text.</p>", "Original filename: submission.ts"),
      [`${name(1)}_submission.ts`]: earlier,
    }),
    [`${name(9)}.txt`]: tell(one.hasText ? page : none, file),
    ...when(one.hasFile, { [`${name(9)}_submission.ts`]: workOf(one) }),
  };
}

function packBrightspace(one: Attempt): Files {
  const start = `${one.n}-77 - ${one.who} - Mar`;
  return {
    ...when(one.when === "again" && one.hasFile, { [`${start} 9, 2026 1159 PM/submission.ts`]: earlier }),
    ...when(one.hasFile, { [`${start} 10, 2026 1201 AM/submission.ts`]: workOf(one) }),
  };
}

const tellSubmitters = (attempts: readonly Attempt[]): string =>
  attempts
    .map(({ who, n }) => `submission_${n}:\n  :submitters:\n  - :name: ${who}\n    :sid: 's${n}'\n`)
    .join("");

export const platformPacks: readonly Platform[] = [
  { source: "moodle", people: names, takesText: true, keyOf: ({ n }) => String(n), pack: packMoodle },
  { source: "moodle", people: names, takesText: true, keyOf: ({ n }) => String(n), pack: packFlatMoodle },
  {
    source: "canvas",
    people: ["leeann", "leeannsmith", "özänne", "lee_ann", "o\u0308zanne"],
    takesText: true,
    keyOf: ({ n }) => String(n),
    pack: packCanvas,
  },
  {
    source: "blackboard",
    people: ["stu_1001", "stu_1002", "stu_1002_1", "stu_ö_1", "stu_100"],
    takesText: true,
    showsEmpty: true,
    keyOf: ({ who }) => who,
    pack: packBlackboard,
  },
  {
    source: "brightspace",
    people: names,
    keyOf: ({ n }) => String(n),
    pack: packBrightspace,
    beside: () => ({ "index.html": "<html>" }),
  },
  {
    source: "gradescope",
    people: names,
    keyOf: ({ n }) => `s${n}`,
    pack: (one) => when(one.hasFile, { [`submission_${one.n}/submission.ts`]: workOf(one) }),
    beside: (attempts) => ({ "submission_metadata.yml": tellSubmitters(attempts) }),
  },
];
