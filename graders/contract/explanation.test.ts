import { hasWords, isRealExplanation } from "./explanation";

/** As students leave it; in two pieces, so that nothing of ours reads as if it were still to do. */
const toDo = ["TO", "DO"].join("");

test.each([
  ["", false],
  ["YOUR ANSWER HERE", false],
  ["todo: write about the division and the sum of squares here", false],
  [`${toDo}\nsomething about the batch, and why it matters for memory`, true],
  [`<!-- ${toDo} -->\nThe variance is a mean, so I need one division per channel.`, true],
  [`// ${toDo} explain the division and the sum of squares here`, false],
  ["Not answered yet.", false],
  ["Todo", false],
  ["Todos los pesos se leen una vez y la entrada por cada muestra.", true],
  ["Todo o modelo cabe na memória e os gradientes também.", true],
  ["Not answered by the formula alone: the batch decides what is read.", true],
  ["I ignore comparisons by the rules of the task, and count the mean.", true],
  ["because because because because because because because", false],
  ["The variance is a mean, so I need one division per channel.", true],
  ["La moyenne coûte une division par canal, pas par élément.", true],
  ["平均每个通道做一次除法", true],
  ["チャンネルごとに割り算が一回", true],
  ["好好好好好好好好好好", false],
  ["11 + 2p - 3 + 1 = 9 => 2p = 2 => p = 1", true],
  ["11 + 2p - 3 + 1 = 9 ⇒ 2p = 0", true],
  ["p = 1", false],
  ["===== - =====", false],
  ["a = a = a", false],
])("%p is a real explanation: %p", (text, real) => {
  expect(isRealExplanation(text)).toBe(real);
});

describe("a note that stands before a text on its line takes nothing from it", () => {
  const text = "The peak is in the optimizer step, because of its temporaries.";
  const notes = [
    `${toDo}: check once more. `,
    `Todo: is this so? `,
    `${toDo} (done): `,
    `${toDo}: done. `,
    `<!-- ${toDo} ok --> `,
  ];
  test.each([...notes, "Your answer here: ", "YOUR ANSWER HERE ", "(your answer here) "])("%p", (note) => {
    expect(isRealExplanation(note + text)).toBe(true);
    expect(hasWords(`${note}Batch.`)).toBe(true);
    expect(isRealExplanation(note)).toBe(false);
    expect(isRealExplanation(`${note}\n${text}`)).toBe(true);
  });
});

test.each([
  "The peak is in the optimizer step.",
  "O pico ocorre no passo do otimizador.",
  "Le pic est dans l'étape de l'optimiseur.",
])("words that filler text has as well are words: %s", (text) => {
  expect(isRealExplanation(text)).toBe(true);
});

test("filler text alone explains nothing", () => {
  expect(isRealExplanation("Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod.")).toBe(
    false,
  );
});
