/** What a rubric and a plan are made of, question by question, as digests: "sha256:…". */
export interface RubricParts {
  /** Of what all marks depend on: reference, judging, running, limits, seed. */
  readonly shared: string;
  /** By question id: of its own sources, of its points, of what is accepted for it besides, and of what it is asked. */
  readonly questions: Readonly<Record<string, string>>;
}
