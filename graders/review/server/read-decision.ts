/** From a form to what is to be stored. Pure. */
import { UsageError } from "../../contract/faults";
import type { DeskRequest } from "../../grade/marking/desk-lines";
import { readPoints } from "../../grade/marking/given";
import type { MarkingClass } from "../../grade/marking/marking-class";
import { wholeWork } from "../../grade/marking/seen";
import type { Typed } from "../page/decision-view";
import { indexMembers } from "../queue/groups";

type DecideMany = Extract<DeskRequest, { readonly kind: "many" }>;

const longestComment = 10_000;
const longestSignature = 100;

/** @throws UsageError in words for the person who typed it */
export function readDecision(form: URLSearchParams, { records }: MarkingClass): DecideMany {
  const ids = indexMembers(records);
  const question = form.get("question") ?? "";
  const seen = new Map(
    form.getAll("member").map((text) => {
      const [key = "", digest = ""] = text.split(".");
      const id = ids.get(key);
      if (id === undefined) throw new UsageError("expected submissions of this class; read the page again");
      return [id, digest] as const;
    }),
  );
  if (seen.size === 0) throw new UsageError("expected at least one student; tick whom it is for");
  const [comment, note] = [readText(form, "comment"), readText(form, "note")];
  const targets = readTargets(form);
  const decisions = [...seen.keys()].flatMap((submission) =>
    targets.map(({ part, points }, index) => ({
      submission,
      question: nameTarget(question, part),
      gives: readPoints(points),
      // Said once, though it is about all parts.
      comment: index === 0 ? comment : "",
      note: index === 0 ? note : "",
    })),
  );
  return { kind: "many", question, decisions, seen };
}

function nameTarget(question: string, part: string): string {
  if (question === wholeWork) return part;
  return part === "" ? question : `${question}/${part}`;
}

function readTargets(form: URLSearchParams): readonly { readonly part: string; readonly points: string }[] {
  const [parts, points] = [form.getAll("part"), form.getAll("points")];
  if (parts.length === 0 || parts.length !== points.length)
    throw new UsageError("expected points for each part; read the page again");
  return parts.map((part, index) => ({ part, points: points[index] ?? "" }));
}

function readText(form: URLSearchParams, name: string): string {
  const text = (form.get(name) ?? "").replaceAll("\r\n", "\n").trim();
  if (text.length > longestComment)
    throw new UsageError(`${name}: expected at most ${longestComment} characters, got ${text.length}`);
  return text;
}

/** @throws UsageError */
export function readSignature(form: URLSearchParams): string {
  const by = (form.get("by") ?? "").trim();
  if (by === "" || by.length > longestSignature)
    throw new UsageError(`expected initials, at most ${longestSignature} characters`);
  return by;
}

/** What stays on the page when it is refused. */
export function readTyped(form: URLSearchParams): Typed {
  return {
    points: form.getAll("points"),
    comment: form.get("comment") ?? "",
    note: form.get("note") ?? "",
    chosen: new Set(form.getAll("member").map((text) => text.split(".")[0] ?? "")),
  };
}
