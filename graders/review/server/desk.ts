/** What a desk does: shows a group, stores a decision, takes it back, writes the pages. Everything in turn. */
import { UsageError } from "../../contract/faults";
import type { MarkLine } from "../../contract/hand-mark";
import { describeError } from "../../contract/thrown";
import { lockFolder } from "../../grade/lock";
import type { DeskRequest } from "../../grade/marking/desk-lines";
import { StaleDecision } from "../../grade/marking/desk-lines";
import { type MarkingPlace, storeMarks } from "../../grade/marking/give-marks";
import type { MarkingClass } from "../../grade/marking/marking-class";
import { addToReview, type ReviewWords } from "../../records/hand-marks/review-file";
import { cleanLine } from "../../report/foreign-text";
import { nothingTyped, type Typed } from "../page/decision-view";
import type { AlertView } from "../page/desk-view";
import type { RenderDesk, RenderRequest } from "../page/render";
import { describeMark, describeStored } from "../page/words";
import { readChoice, writeChoice } from "../queue/choose";
import type { Session } from "./gate";
import type { Turns } from "./in-turn";
import type { PagesWriter } from "./pages-writer";
import { readDecision, readSignature, readTyped } from "./read-decision";
import { readItem } from "./read-item";

export type DeskAnswer =
  | { readonly kind: "page"; readonly status: 200 | 400 | 409; readonly html: string }
  | { readonly kind: "redirect"; readonly to: string };

export interface Desk {
  show(session: Session, query: URLSearchParams): Promise<DeskAnswer>;
  /** What a form may ask for, by path. */
  readonly acts: Readonly<
    Record<
      "/decide" | "/undo" | "/pages" | "/item",
      (session: Session, form: URLSearchParams) => Promise<DeskAnswer>
    >
  >;
}

/** What a page is made of besides the class and the session. */
type PageRequest = Pick<RenderRequest, "choice" | "alert" | "typed">;

export interface DeskSetup {
  readonly place: MarkingPlace;
  readonly now: () => Date;
  readonly readClass: () => Promise<MarkingClass>;
  readonly render: RenderDesk;
  readonly pages: PagesWriter;
  readonly inTurn: Turns;
  /** How a submission is named to the person. */
  readonly idOf: (submission: string) => string;
}

export function createDesk(setup: DeskSetup): Desk {
  const { pages, inTurn, idOf } = setup;
  /** A refusal leaves on the page what was typed there. */
  const act =
    (work: Act, keepTyped: (form: URLSearchParams) => Typed = () => nothingTyped) =>
    (session: Session, form: URLSearchParams): Promise<DeskAnswer> =>
      inTurn(async () => {
        const choice = readChoice(form);
        let refusal: UsageError | null = null;
        try {
          if (await work(session, form)) return { kind: "redirect", to: writeChoice(choice) };
        } catch (error) {
          if (!(error instanceof UsageError)) throw error;
          refusal = error;
        }
        const alert = refusal === null ? null : describeRefusal(refusal, idOf);
        const status = refusal === null ? 200 : refusal instanceof StaleDecision ? 409 : 400;
        return showPage(setup, session, { choice, alert, typed: keepTyped(form) }, status);
      });
  return {
    show: async (session, query) => {
      const request = { choice: readChoice(query), alert: null, typed: nothingTyped };
      return inTurn(() => showPage(setup, session, request, 200));
    },
    acts: {
      "/decide": act((session, form) => decide(setup, session, form), readTyped),
      "/undo": act((session) => undo(setup, session)),
      "/pages": act(async () => {
        await pages.writeNow();
        return true;
      }),
      "/item": act((session, form) => addItem(setup, session, form), readTyped),
    },
  };
}

/** @returns false where the person goes on with what is typed on the page @throws UsageError where nothing was stored */
type Act = (session: Session, form: URLSearchParams) => Promise<boolean>;

async function showPage(
  { readClass, render, pages }: DeskSetup,
  session: Session,
  request: PageRequest,
  status: 200 | 400 | 409,
): Promise<DeskAnswer> {
  const { due, failure } = pages;
  const { formToken, by, notice, taken } = session;
  const of = { formToken, by, notice, undoes: taken.at(-1)?.says ?? null };
  const html = await render(await readClass(), { ...request, ...of, pages: { due, failure } });
  session.notice = null;
  return { kind: "page", status, html };
}

async function decide(setup: DeskSetup, session: Session, form: URLSearchParams): Promise<boolean> {
  session.by = readSignature(form);
  const request = readDecision(form, await setup.readClass());
  const lines = await store(setup, session, request);
  const { question, decisions } = request;
  const words = decisions.map(({ comment }) => comment).filter((text) => text !== "");
  const says = describeStored(request, lines.length > 0, setup.idOf);
  session.notice = says;
  if (lines.length === 0) return true;
  session.taken.push({ marks: lines.map(({ id }) => id), says });
  // It is stored by now, whatever becomes of the words.
  const comments = words.map((text) => ({ question, text }));
  await remember(setup, { comments }).catch((error) => {
    session.notice = `${says}; the comment could not be kept to be offered again: ${cleanLine(describeError(error))}`;
  });
  return true;
}

async function addItem(setup: DeskSetup, session: Session, form: URLSearchParams): Promise<boolean> {
  const item = readItem(form, setup.place.assignment);
  await remember(setup, { items: [item] });
  session.notice = `a new item of ${item.question}: ${cleanLine(item.text)}`;
  return !form.has("points");
}

/** Words to be offered again. */
async function remember({ place: { outFolder } }: DeskSetup, words: ReviewWords): Promise<void> {
  const unlock = await lockFolder(outFolder);
  try {
    await addToReview(outFolder, words);
  } finally {
    await unlock();
  }
}

async function undo(setup: DeskSetup, session: Session): Promise<boolean> {
  const last = session.taken.at(-1);
  if (last === undefined)
    throw new UsageError("nothing was decided in this browser that could be taken back");
  await store(setup, session, { kind: "take-back", marks: last.marks }).catch((error) => {
    // Where somebody has decided anew it cannot be taken back later either.
    if (error instanceof StaleDecision) session.taken.pop();
    throw error;
  });
  session.taken.pop();
  session.notice = `taken back: ${last.says}`;
  return true;
}

async function store(
  { place, now, readClass, pages }: DeskSetup,
  { by }: Session,
  request: DeskRequest,
): Promise<readonly MarkLine[]> {
  const { lines } = await storeMarks(place, request, { by, at: now(), why: "desk" }, readClass);
  // What goes elsewhere is on no page.
  if (lines.length > 0 && place.append === undefined) pages.notice();
  return lines;
}

function describeRefusal(error: UsageError, idOf: DeskSetup["idOf"]): AlertView {
  const isStale = error instanceof StaleDecision;
  const because = isStale ? StaleDecision.describe(error.submissions.map(idOf)) : error.message;
  const details = isStale ? error.latest.map((mark) => describeMark(mark, idOf)) : [];
  return { says: `Nothing was stored. ${because}`, details };
}
