/** Brightspace, "Download": a folder `12345-678 - Name - Mar 1, 2026 1030 AM` for each time somebody handed in. */
import { groupBy } from "../../contract/group-by";
import type { Recognise } from "./platform";

const pattern = /^(\d+)-(\d+) - (.+) - ([A-Z][a-z]{2} \d{1,2}, \d{4} \d{3,4} [AP]M)$/;
const datePattern = /^([A-Z][a-z]{2}) (\d{1,2}), (\d{4}) (\d{1,2})(\d\d) ([AP]M)$/;
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export const recogniseBrightspace: Recognise = (items) => {
  const parts = items.flatMap(({ name, isFolder }) => {
    const [, key = "", , person = "", date = ""] = isFolder ? (pattern.exec(name) ?? []) : [];
    return key === "" ? [] : [{ name, key, person, at: readDate(date) }];
  });
  if (parts.length === 0) return null;
  return [...groupBy(parts, ({ key, person }) => `${person}_${key}`)].map(([id, group]) => {
    const [latest, ...earlier] = [...group].sort((a, b) => b.at - a.at);
    const { key = "", person = "" } = latest ?? {};
    return {
      id,
      accounts: [{ key, name: person }],
      folder: latest?.name ?? "",
      files: [],
      leftAside: earlier.map(({ name }) => ({ name, why: "earlier-attempt" as const })),
    };
  });
};

/** A number that grows with time; where on earth does not matter here. */
function readDate(text: string): number {
  const [, month = "", day, year, hour, minute, half] = datePattern.exec(text) ?? [];
  const hours = (Number(hour) % 12) + (half === "PM" ? 12 : 0);
  return Date.UTC(Number(year), months.indexOf(month), Number(day), hours, Number(minute));
}
