/** The tables beside the class pages: what each is called, and where it lies. */

/** Those that name people, and those that do not. */
export const tableNames = {
  staff: ["waiting", "submissions"],
  anybody: ["questions", "distribution", "misconceptions", "carried", "unexplained"],
} as const;

export type TableName = (typeof tableNames)["staff" | "anybody"][number];
export type AnonymousTableName = (typeof tableNames)["anybody"][number];

/** @param folder with a slash at its end, relative to the page */
export function linkTables<Name extends TableName>(
  names: readonly Name[],
  folder: string,
): Readonly<Record<Name, string>> {
  const links = names.map((name) => [name, `${folder}${name}.csv`]);
  return Object.fromEntries(links) as Record<Name, string>;
}
