/** From the class as it is now to the page that shows one group of it. */
import type { Assignment } from "../../contract/assignment";
import type { ReviewDocument } from "../../contract/review-items";
import type { RosterMatch } from "../../contract/roster";
import type { MarkingClass } from "../../grade/marking/marking-class";
import { compileTemplate, type TemplateSources } from "../../report/handlebars";
import { prepareForHtml } from "../../report/leaves";
import { type Choice, chooseGroup, filterGroups } from "../queue/choose";
import type { DeskGroup } from "../queue/desk-group";
import { listGroups } from "../queue/groups";
import type { StudentsCode } from "../sources/students-code";
import { nothingTyped, type Typed, viewDecision } from "./decision-view";
import { type AlertView, type DeskView, type PagesView, viewQueue } from "./desk-view";
import { type GroupView, type MemberCodes, viewGroup } from "./group-view";
import { blindNaming, nameShortly, nameStudents } from "./student-names";

export interface RenderRequest {
  readonly choice: Choice;
  readonly formToken: string;
  readonly by: string;
  readonly alert: AlertView | null;
  readonly notice: string | null;
  readonly undoes: string | null;
  readonly pages: PagesView;
  readonly typed: Typed;
}

export interface RenderSetup {
  readonly assignment: Assignment;
  readonly sources: TemplateSources;
  readonly code: StudentsCode;
  readonly readRoster: () => Promise<RosterMatch | undefined>;
  readonly readReview: () => Promise<ReviewDocument>;
  /** Nothing on a page tells whose an answer is. */
  readonly isBlind: boolean;
}

export type RenderDesk = (marking: MarkingClass, request: RenderRequest) => Promise<string>;

export function createRenderer(setup: RenderSetup): RenderDesk {
  const { assignment, sources, code, readRoster, readReview, isBlind } = setup;
  const render = compileTemplate("review.html", sources, "html");
  return async (marking, request) => {
    const { choice, formToken, by, notice, undoes, pages } = request;
    const naming = isBlind ? blindNaming : nameStudents(await readRoster());
    const review = await readReview();
    const nameOf = (id: string): string => nameShortly(naming, id);
    const listNames = (id: string) => [naming.nameOf(id), ...(isBlind ? [naming.idOf(id)] : [id])];
    const all = listGroups(marking, assignment);
    const shown = filterGroups(all, choice.filter, assignment, listNames);
    const chosen = chooseGroup(shown, choice);
    // What was typed about one group must not be stored about the one that took its place.
    const isSame = chosen?.group.key === choice.group;
    const typed = isSame ? request.typed : nothingTyped;
    const alert = isSame ? request.alert : keepWords(request.alert, request.typed);
    const facts = { assignment, all, shown, filter: choice.filter, at: chosen?.at ?? 0 };
    const view: DeskView = {
      assignmentTitle: assignment.title,
      formToken,
      ...viewQueue(facts),
      alert,
      notice,
      undoes,
      pages,
      group:
        chosen === undefined ? null : await viewWithCode(chosen.group, { assignment, marking, code, nameOf }),
      decision:
        chosen === undefined
          ? null
          : viewDecision(chosen.group, { marking, assignment, naming, by, typed, review }),
    };
    return render(prepareForHtml(view));
  };
}

/** For the person to copy: their group is gone. */
function keepWords(alert: AlertView | null, { comment }: Typed): AlertView | null {
  if (alert === null || comment.trim() === "") return alert;
  return { ...alert, details: [...alert.details, `You had written: “${comment}”`] };
}

interface ShownFacts {
  readonly assignment: Assignment;
  readonly marking: MarkingClass;
  readonly code: StudentsCode;
  readonly nameOf: (submission: string) => string;
}

async function viewWithCode(
  group: DeskGroup,
  { assignment, marking, code, nameOf }: ShownFacts,
): Promise<GroupView> {
  const question = assignment.questions.find(({ id }) => id === group.question);
  const exportNames = [
    ...new Set((question?.parts ?? []).flatMap((part) => (part.kind === "call" ? [part.export] : []))),
  ];
  const byMember: MemberCodes = new Map(
    await Promise.all(
      group.members.map(async ({ key, record }) => [key, await code.find(record, exportNames)] as const),
    ),
  );
  const codes = { byMember, missing: await code.explainMissing() };
  return viewGroup(group, { assignment, marking, codes, nameOf });
}
