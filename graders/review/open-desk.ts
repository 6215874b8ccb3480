/** The desk: a page on this machine where a person decides what waits, once for everybody who answered alike. */
import { join } from "node:path";
import { openAssignment } from "../grade/accepted/class-assignment";
import { readClassPlace } from "../grade/class-identity";
import type { MarkingPlace } from "../grade/marking/give-marks";
import type { MarkingClass } from "../grade/marking/marking-class";
import { readSecondDecisions } from "../grade/marking/second-marking";
import { rewriteClass } from "../grade/rewrite-class";
import { readRosterIfThere } from "../grade/take-roster";
import { readReview } from "../records/hand-marks/review-file";
import { appendSecondMarks } from "../records/hand-marks/second-marks-file";
import { readTemplates } from "../report/load-templates";
import { createRenderer } from "./page/render";
import { blindNaming } from "./page/student-names";
import { listGroups } from "./queue/groups";
import { loadAssets } from "./server/assets";
import { createDesk } from "./server/desk";
import { createGate } from "./server/gate";
import { openServer } from "./server/http";
import { createTurns } from "./server/in-turn";
import { createPagesWriter } from "./server/pages-writer";
import { createClassReader } from "./sources/class-cache";
import { readHandedIn } from "./sources/handed-in";
import { openStudentsCode, type StudentsCode } from "./sources/students-code";

export interface DeskSettings {
  readonly place: MarkingPlace;
  /** How the person signs who opens it. */
  readonly by: string;
  /** Where the class was handed in; the place that the last run knows when left out. */
  readonly classPath?: string;
  /** Any that is free when left out. */
  readonly port?: number;
  readonly now: () => Date;
  /** Gets an address that lets one browser in, once; another one as soon as it is used. */
  readonly onLink: (url: string) => void;
  /** Nothing on a page tells whose an answer is. */
  readonly isBlind?: boolean;
  /** For a second person: the share of what others decided that they decide again, without a trace in scores and pages. */
  readonly secondShare?: number;
  /** From the last decision to the writing of scores and pages. */
  readonly pauseMs?: number;
}

export interface OpenDesk {
  /** Writes what is due and ends. @returns why scores and pages do not show everything, or null */
  close(): Promise<string | null>;
}

const usualPauseMs = 15_000;

/** @throws UsageError where no class was graded or the port is taken; GraderFault when the page cannot be built */
export async function openDesk(request: DeskSettings): Promise<OpenDesk> {
  const { by, now, onLink, secondShare: share, isBlind = false, port = 0, pauseMs = usualPauseMs } = request;
  const isSecond = share !== undefined;
  const { outFolder, root, translator } = request.place;
  const assignment = await openAssignment(request.place.assignment, outFolder);
  const place = { ...request.place, assignment, ...(isSecond ? { append: appendSecondMarks } : {}) };
  const readClass = isSecond
    ? createClassReader(outFolder, (out) => readSecondDecisions(out, { share, by }))
    : createClassReader(outFolder);
  // Worked out once before anybody comes in.
  listGroups(await readClass(), assignment);
  await readReview(outFolder);
  const inTurn = createTurns();
  const options = translator === undefined ? {} : { translator };
  const pages = createPagesWriter({
    // As what is accepted stands by then.
    write: () => rewriteClass(outFolder, request.place.assignment, root, options),
    inTurn,
    pauseMs,
  });
  const render = createRenderer({
    assignment,
    sources: await readTemplates(join(root, "templates", "review")),
    code: openCode(request, readClass),
    readRoster: () => readRosterIfThere(outFolder),
    // What the first person wrote would say how they decided.
    readReview: async () =>
      share === undefined ? readReview(outFolder) : { ...(await readReview(outFolder)), comments: [] },
    isBlind,
  });
  const idOf = isBlind ? blindNaming.idOf : (id: string) => id;
  const desk = createDesk({ place, now, readClass, pages, inTurn, render, idOf });
  const gate = createGate(by);
  const assets = await loadAssets(root);
  const tell = (address: string) => onLink(`http://${address}/enter?token=${gate.issueToken()}`);
  const server = await openServer({ desk, gate, assets, port, onEnter: () => tell(server.address) });
  tell(server.address);
  return {
    close: async () => {
      await server.close();
      await pages.close();
      return pages.failure;
    },
  };
}

function openCode(
  { place: { outFolder, assignment }, classPath }: DeskSettings,
  readClass: () => Promise<MarkingClass>,
): StudentsCode {
  return openStudentsCode(async () => {
    const { records } = await readClass();
    return readHandedIn(await readClassPlace(outFolder, classPath), records, assignment);
  });
}
