/** Filters, search, and which group is looked at. Pure. */
import type { Assignment } from "../../contract/assignment";
import type { DeskGroup, Member } from "./desk-group";
import { isReason, isWorthALook, type Reason } from "./reasons";

export interface Filter {
  /** "waiting": what a person has to decide; "all": also what is only worth a look, and not what is decided. */
  readonly kind: "waiting" | "all" | Reason;
  /** Empty for every question. */
  readonly question: string;
  /** Empty for no search. */
  readonly search: string;
}

export interface Choice {
  readonly filter: Filter;
  /** The group that was asked for; null for the one at `at`. */
  readonly group: string | null;
  readonly at: number;
}

/** From the address of a page, or from a form that carries it along. Whatever it says, there is a choice. */
export function readChoice(fields: URLSearchParams): Choice {
  const kind = fields.get("kind") ?? "";
  const at = Number(fields.get("at") ?? "0");
  return {
    filter: {
      kind: isReason(kind) || kind === "all" ? kind : "waiting",
      question: fields.get("about") ?? "",
      search: (fields.get("search") ?? "").trim().slice(0, 200),
    },
    group: fields.get("group") || null,
    at: Number.isSafeInteger(at) && at >= 0 ? at : 0,
  };
}

/** The address that leads to it, without what is as usual. */
export function writeChoice({ filter, group, at }: Choice): string {
  const fields = new URLSearchParams();
  if (filter.kind !== "waiting") fields.set("kind", filter.kind);
  if (filter.question !== "") fields.set("about", filter.question);
  if (filter.search !== "") fields.set("search", filter.search);
  if (group !== null) fields.set("group", group);
  if (at > 0) fields.set("at", String(at));
  const text = fields.toString();
  return text === "" ? "/" : `/?${text}`;
}

/** @param listNames what a submission can be found by, besides its explanation */
export function filterGroups(
  groups: readonly DeskGroup[],
  { kind, question, search }: Filter,
  assignment: Assignment,
  listNames: (submission: string) => readonly string[],
): readonly DeskGroup[] {
  const titles = new Map(assignment.questions.map((one) => [one.id, one.feedback.title]));
  const wanted = search.toLowerCase();
  const isFound = ({ record, question: { explanation } }: Member): boolean =>
    [...listNames(record.submission.id), explanation].some((text) => text.toLowerCase().includes(wanted));
  return groups.filter((group) => {
    const ids = group.members[0].questions.map(({ id }) => id);
    if (!isOfKind(group, kind) || (question !== "" && !ids.includes(question))) return false;
    if (wanted === "") return true;
    const title = ids
      .map((id) => `${id} ${titles.get(id) ?? ""}`)
      .join(" ")
      .toLowerCase();
    return title.includes(wanted) || group.members.some(isFound);
  });
}

function isOfKind({ waits, reasons }: DeskGroup, kind: Filter["kind"]): boolean {
  if (kind === "waiting") return waits;
  return kind === "all" ? waits || isWorthALook(reasons) : reasons.includes(kind);
}

/** The group itself if it is there, else the one that took its place. Undefined where none is left. */
export function chooseGroup(
  shown: readonly DeskGroup[],
  { group, at }: Choice,
): { readonly group: DeskGroup; readonly at: number } | undefined {
  const found = shown.findIndex(({ key }) => key === group);
  const place = found >= 0 ? found : Math.min(at, shown.length - 1);
  const chosen = shown[place];
  return chosen === undefined ? undefined : { group: chosen, at: place };
}
