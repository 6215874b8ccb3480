/** The one name of a part in a map; nobody takes it apart. */
export const keyOf = (question: string, part: string): string => JSON.stringify([question, part]);
