import type { Earlier } from "./earlier";

/** One answered case, as rules see it. */
export interface Trial<Input, Answer> {
  readonly input: Input;
  readonly answer: Answer;
  readonly earlier: Earlier;
}
