/** A submission as plain JavaScript, or why it is none. */
import type { CodePlace } from "./code-place";
import type { CompileFailures, Message } from "./message";
import type { SourceFile } from "./submission";

/** CommonJS for ES2022. `path` is that of the source file ("lib/convolution.ts"). */
export interface CompiledFile {
  readonly path: string;
  readonly js: string;
  /** The `mappings` of a source map, to find lines of the source again; "" where there are none. */
  readonly mappings: string;
}

export interface CompiledSubmission {
  readonly ok: true;
  readonly entry: string;
  readonly files: readonly CompiledFile[];
  /** Imports that will find nothing; absent where there are none. Only what uses them stops. */
  readonly missing?: readonly MissingImport[];
}

export interface MissingImport extends CodePlace {
  /** As the runtime says it where the import is used. */
  readonly says: string;
}

/** The entry file does not compile. */
export interface CompileFailure {
  readonly ok: false;
  readonly says: Message<keyof CompileFailures>;
  /** Where, in the student's own file; absent where the compiler does not tell. */
  readonly place?: CodePlace;
}

export type CompileResult = CompiledSubmission | CompileFailure;

export interface Compiler {
  /**
   * A file besides the entry that does not compile only fails when it is imported.
   *
   * @throws GraderFault when the compiler itself cannot run
   */
  compile(source: { readonly entry: string; readonly files: readonly SourceFile[] }): Promise<CompileResult>;
  /** Ends the process; safe to call twice. */
  close(): Promise<void>;
}
