/** The desk's keys, in the browser. Without them every button and link does the same; nothing is fetched. */
import { multiplyOut } from "./multiply-out";

const find = <Kind extends HTMLElement>(selector: string): Kind | null =>
  document.querySelector<Kind>(selector);
const findAll = <Kind extends HTMLElement>(selector: string, within: ParentNode = document): Kind[] => [
  ...within.querySelectorAll<Kind>(selector),
];

const form = find<HTMLFormElement>("#decide");
const help = find<HTMLDialogElement>("#help");
const split = find<HTMLDetailsElement>("#split");
const newItem = find<HTMLDetailsElement>("#new-item");
const comment = find<HTMLTextAreaElement>('#decide [name="comment"]');
/** What the items have written, or what stands already, so that a person's own words are never written over. */
let written = comment?.dataset.stands === undefined ? "" : comment.value;

function fieldOf(target: Element): HTMLInputElement | null {
  return target.querySelector<HTMLInputElement>('[name="points"]');
}

/** Points and words that the pressed items of a target come to. */
function takeItems(target: Element): void {
  const pressed = findAll('[aria-pressed="true"]', target);
  const field = fieldOf(target);
  if (field === null) return;
  const credits = pressed.map((item) => item.dataset.credit ?? "1");
  field.value =
    pressed.length === 0 ? (field.dataset.judged ?? "") : multiplyOut(field.dataset.max ?? "0", credits);
  const says = findAll('[aria-pressed="true"]').map((item) => item.dataset.says ?? "");
  // An item of each part may say the same.
  write([...new Set(says)].filter((text) => text !== "").join(" "));
}

function write(text: string): void {
  if (comment === null || (comment.value.trim() !== "" && comment.value !== written)) return;
  comment.value = text;
  written = text;
}

function toggle(item: HTMLElement): void {
  const isPressed = item.getAttribute("aria-pressed") === "true";
  item.setAttribute("aria-pressed", String(!isPressed));
  const target = item.closest("[data-target]");
  if (target !== null) takeItems(target);
}

function give(target: Element, what: string): void {
  const field = fieldOf(target);
  if (field === null) return;
  for (const item of findAll('[aria-pressed="true"]', target)) item.setAttribute("aria-pressed", "false");
  const { judged = "", max = "0" } = field.dataset;
  field.value = what === "full" ? max : what === "none" ? "0" : judged;
}

function countChosen(): void {
  const boxes = findAll<HTMLInputElement>('[name="member"]');
  const chosen = boxes.filter((box) => box.checked).length;
  const applies = find("#applies");
  if (applies !== null) applies.textContent = `applies to ${chosen} of ${boxes.length} students`;
}

function openSplit(): void {
  if (split === null) return;
  split.open = true;
  find<HTMLInputElement>('#split [name="member"]')?.focus();
}

/** Of what students write, which is chosen; 0 for all. */
let chosenWords = 0;

/** Ticks those alone who write it. @param number as on the page; 0 for all */
function chooseOnly(number: number): void {
  chosenWords = number;
  const boxes = findAll<HTMLInputElement>('[name="member"]');
  for (const box of boxes) box.checked = number === 0 || box.dataset.words === String(number);
  for (const text of findAll("[data-only]"))
    text.setAttribute("aria-pressed", String(text.dataset.only === String(number)));
  countChosen();
  find(`#words-${number}`)?.scrollIntoView({ block: "nearest" });
}

function chooseNextWords(): void {
  const numbers = findAll("[data-only]").map((text) => Number(text.dataset.only));
  chooseOnly(numbers[numbers.indexOf(chosenWords) + 1] ?? 0);
}

function openNewItem(): void {
  if (newItem === null) return;
  newItem.open = true;
  find<HTMLInputElement>('#new-item [name="text"]')?.focus();
}

/** Behind what stands there, not right at it. */
function continueComment(): void {
  if (comment === null) return;
  if (comment.value !== "" && !/\s$/.test(comment.value)) {
    const isWritten = comment.value === written;
    comment.value += " ";
    if (isWritten) written = comment.value;
  }
  comment.focus();
  comment.setSelectionRange(comment.value.length, comment.value.length);
}

function press(selector: string): void {
  find(selector)?.click();
}

const giveEverywhere = (what: string) => () => {
  for (const target of findAll("[data-target]")) give(target, what);
};

const keys: Readonly<Record<string, () => void>> = {
  j: () => press('a[rel="next"]'),
  k: () => press('a[rel="prev"]'),
  a: giveEverywhere("judged"),
  f: giveEverywhere("full"),
  n: giveEverywhere("none"),
  p: () => find<HTMLInputElement>('#decide [name="points"]')?.select(),
  c: continueComment,
  s: openSplit,
  o: chooseNextWords,
  r: openNewItem,
  d: () => press("#submit"),
  u: () => press('#undo [data-key="u"]'),
  w: () => press('#write-pages [data-key="w"]'),
  "/": () => find<HTMLInputElement>('[type="search"]')?.focus(),
  "?": () => help?.showModal(),
};

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && target.type !== "checkbox")
  );
}

function pressDigit(event: KeyboardEvent): boolean {
  const digit = /^Digit([1-9])$/.exec(event.code)?.[1] ?? /^[1-9]$/.exec(event.key)?.[0];
  if (digit === undefined) return false;
  press(event.shiftKey ? `[data-comment][data-digit="${digit}"]` : `[data-item][data-digit="${digit}"]`);
  return true;
}

document.addEventListener("keydown", (event) => {
  if (help?.open === true) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    press("#submit");
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && event.target instanceof HTMLElement) event.target.blur();
  if (isWriting(event.target)) return;
  const act = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
  if (act === undefined && !pressDigit(event)) return;
  event.preventDefault();
  act?.();
});

document.addEventListener("click", ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLElement>("button") : null;
  if (button === null) return;
  const { item, give: what, comment: text, only } = button.dataset;
  const fieldset = button.closest("[data-target]");
  if (item !== undefined) toggle(button);
  else if (what !== undefined && fieldset !== null) give(fieldset, what);
  else if (only !== undefined) chooseOnly(Number(only) === chosenWords ? 0 : Number(only));
  else if (text !== undefined && comment !== null) {
    comment.value = text;
    written = text;
  } else if (button.id === "show-help") help?.showModal();
});

form?.addEventListener("change", countChosen);
// What is typed about the answer stays while an item is added.
newItem?.addEventListener("formdata", ({ formData }) => {
  if (form === null) return;
  for (const [name, value] of new FormData(form))
    if (["points", "comment", "note", "member"].includes(name)) formData.append(name, value);
});
const filter = find<HTMLFormElement>("#filter");
filter?.addEventListener("change", ({ target }) => {
  if (target instanceof HTMLSelectElement) filter.requestSubmit();
});
countChosen();
find('.desk-queue [aria-current="true"]')?.scrollIntoView({ block: "nearest" });
