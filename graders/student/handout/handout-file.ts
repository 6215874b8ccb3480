/** One file of the student package. */
export interface HandoutFile {
  /** Relative, with forward slashes. */
  readonly path: string;
  readonly text: string;
}
