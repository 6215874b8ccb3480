/** Reading what the page draws: each answer one number, or a list of numbers. */
import { readCountField, readReal, readReals } from "../../../contract/answers";
import type { ShownAnswers } from "../../../contract/shown";
import type { Call } from "../../../contract/value";

/** One number from each call. */
export function showNumbers(calls: readonly Call[]): ShownAnswers {
  return { calls, read: (answers) => collect(answers, readReal) };
}

/** A list of so many numbers from one call. */
export function showList(call: Call, length: number): ShownAnswers {
  return {
    calls: [call],
    read: ([answer]) => {
      const read = readReals(answer);
      return read.ok && read.answer.length === length ? read.answer : undefined;
    },
  };
}

/** Some fields of one answer, each a number. */
export function showFields(call: Call, fields: readonly string[]): ShownAnswers {
  return {
    calls: [call],
    read: ([answer]) => collect(fields, (field) => readCountField(answer, field)),
  };
}

type ReadNumber = { readonly ok: true; readonly answer: number | bigint } | { readonly ok: false };

function collect<Item>(
  items: readonly Item[],
  read: (item: Item) => ReadNumber,
): readonly number[] | undefined {
  const found = items.flatMap((item) => {
    const one = read(item);
    return one.ok ? [Number(one.answer)] : [];
  });
  return found.length === items.length ? found : undefined;
}
