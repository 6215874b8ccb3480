/** What is worth knowing besides the questions, as lines: types, the name, how the file is written. Pure. */

import type { Translator } from "../../contract/translator";
import { sayMessage } from "../../wording/messages";
import type { SentenceName } from "../../wording/selfcheck-sentences";
import type { PublicAssignment } from "../public/public-assignment";
import { listAsked } from "./asked";
import type { Detail, Line, Tone } from "./line";
import type { Pointed } from "./pointed";
import type { NameReport, Note, TypeReport } from "./result";
import { createSay, type Say } from "./say";
import { listHelp, type Telling } from "./view-details";
import { formatPlace, quoteLine, viewPointed } from "./view-pointed";

/**
 * Nothing is fine of what could not be run, or where complaints lie in lines that were not asked about.
 *
 * @param isBroken the submission could not be run, so that types are not the matter
 */
export function viewTypes(types: TypeReport, isBroken: boolean, translator: Translator): readonly Line[] {
  const say = createSay(translator);
  if (types.kind === "gave-up")
    return [line("word", say("typesGaveUp", { because: sayMessage(types.because, translator) }))];
  const { mistakes, total, elsewhere } = types;
  const others = elsewhere > 0 ? [say("typesElsewhere", { n: elsewhere })] : [];
  if (total === 0 && others.length > 0) return others.map((one) => line("word", one));
  if (total === 0) return isBroken ? [] : [line("ok", say("typesFine"))];
  const details = mistakes.flatMap((mistake): readonly Detail[] => [
    { label: formatPlace(mistake, mistake.cell ?? null, say), text: mistake.message },
    ...quoteLine(mistake.source, mistake.column),
  ]);
  const rest = total - mistakes.length;
  const more = rest > 0 ? [{ label: "", text: say("typesMore", { n: rest }) }] : [];
  const found = total === 1 ? say("typesFoundOne") : say("typesFound", { n: total });
  const rows = others.map((text) => ({ label: "", text }));
  return [
    {
      ...line("word", isBroken ? say("typesBroken") : found),
      details: [...details, ...more, ...rows],
    },
  ];
}

export function viewName(name: NameReport, translator: Translator): readonly Line[] {
  const say = createSay(translator);
  switch (name.kind) {
    case "none":
    case "not-exported":
    case "not-reached":
    case "no-text":
      return [line("wrong", sayNameLack(name, translator))];
    case "named": {
      const doubts = name.doubts.map(({ kind, number }) => line("wrong", say(doubtNames[kind], { number })));
      return [
        line("word", say("named", { name: JSON.stringify(name.name), number: name.number })),
        ...doubts,
      ];
    }
  }
}

/** Why there is no name to be graded by: the selfcheck and submit-pack say the same. */
export function sayNameLack(name: Exclude<NameReport, { kind: "named" }>, translator: Translator): string {
  const say = createSay(translator);
  switch (name.kind) {
    case "none":
      return say("nameMissing");
    case "not-exported":
      return say("nameNotExported");
    case "not-reached":
      return say("nameNotReached");
    case "no-text":
      return say("nameNoText", { came: sayMessage(name.came, translator) });
  }
}

const doubtNames = {
  "blank-ends": "blankEnds",
  decomposed: "decomposed",
  "odd-characters": "oddCharacters",
} as const satisfies Record<string, SentenceName>;

/** @param assignment what names are to be known by */
export function viewNotes(
  notes: readonly Note[],
  assignment: PublicAssignment,
  translator: Translator,
): readonly Line[] {
  const telling = { translator, say: createSay(translator), asked: listAsked(assignment) };
  return notes.map((note) => ({
    ...line(hinders(note) ? "wrong" : "word", sayNote(note, telling.say, translator)),
    details: listNoteDetails(note, telling),
  }));
}

function listNoteDetails(note: Note, telling: Telling): readonly Detail[] {
  if (note.kind === "division") return quoteLine(note.at.source, note.at.column);
  if (note.kind !== "stopped") return [];
  const { error, at } = note;
  return [
    { label: telling.say("error"), text: error.message },
    ...viewPointed(at, telling.say),
    ...listHelp({ message: error.message, at, hasRun: true }, telling),
  ];
}

/** All other notes are about what works. */
function hinders({ kind }: Note): boolean {
  return ["default-unseen", "division", "not-exported", "stopped", "texts-too-large"].includes(kind);
}

function sayNote(note: Note, say: Say, translator: Translator): string {
  switch (note.kind) {
    case "async":
      return say("async", { names: note.names.join(", ") });
    case "default-export":
      return say("defaultExport");
    case "default-unseen":
      return say("defaultUnseen");
    case "commonjs":
      return say("commonjs");
    case "not-exported":
      return note.names.length === 1
        ? say("notExportedOne", { name: note.names[0] ?? "" })
        : say("notExported", { names: note.names.join(", ") });
    case "windows-lines":
      return say("windowsLines");
    case "byte-order-mark":
      return say("byteOrderMark");
    case "texts-found":
      return say("textsFound", { names: note.questions.join(", ") });
    case "stopped": {
      const { at } = note;
      if (at === null) return say("topLevel");
      return at.cell === null
        ? say("topLevelAt", { place: sayLine(at, say) })
        : say("cellStopped", { n: at.cell.number, nLine: at.cell.line });
    }
    case "division":
      return say("divisionAt", { place: sayLine(note.at, say) });
    case "texts-too-large":
      return say("textsTooLarge");
    case "remark":
      return sayMessage(note.says, translator);
  }
}

/** A place in the middle of a sentence. */
function sayLine({ path, line: row, cell }: Pointed, say: Say): string {
  if (cell === null) return say("ofLine", { file: path, n: row });
  return say("ofCell", { n: cell.number, nLine: cell.line });
}

function line(tone: Tone, text: string): Line {
  return { tone, label: "", text, details: [] };
}
