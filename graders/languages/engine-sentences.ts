/**
 * Sentences that the engine says about a submission, as patterns: they are written where they are said, in
 * graders/engine, graders/sandbox and graders/answers.ts, and listed here for translation. A test provokes each.
 */
export const engineSentences: readonly string[] = [];
