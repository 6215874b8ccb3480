/**
 * The modules that may travel to students, and no others: the programs of the student package are searched for
 * anything else when they are built.
 */

const allowed: readonly RegExp[] = [
  /^graders\/questions\/[^/]+\/public-checks\.ts$/,
  // What is read off an answer as grading reads it, and how it is held against a student's own functions.
  /^graders\/questions\/[^/]+\/public\/[^/]+\.(ts|json)$/,
  // Figures of a student's own numbers, and what they are drawn with: data sheets that lie in the package, too.
  /^graders\/report\/figures\/(chart|d3|draw-mended|drawing|format|gpu-names|own-numbers|roof|series)\.ts$/,
  /^reference\/(byte-sizes|gpus)\.ts$/,
  /^graders\/contract\/(summarise|schemas\/ajv)\.ts$/,
  /^graders\/validators\/carried-validators\.ts$/,
  /^graders\/contract\/(answers|columns|compare-text|compiled|explanation|faults|find-typed|joined-cells|limits|missing-export|near-name|normalise|outcome|question|remember|sandbox-report|shown|stub|submission|thrown|value|wire)\.ts$/,
  // What reads, compiles and runs a submission; nothing that judges or records.
  /^graders\/intake\/[^/]+\.ts$/,
  /^graders\/intake\/notebook\/.*\.ts$/,
  /^graders\/running\/.*\.ts$/,
  /^graders\/student\/handout\/zip\.ts$/,
  /^graders\/student\/public\/(form|page-frame|write-literal)\.ts$/,
  /^graders\/student\/selfcheck\/.*\.ts$/,
  /^graders\/student\/typescript\/(notebook-types|settings|style|type-check)\.ts$/,
  /^graders\/wording\/(figure-templates|languages|selfcheck-sentences|translate-labels|translator|places|messages|(intake|returned|run|staff)-templates)\.ts$/,
  /^scripts\/student\/.*\.ts$/,
  /^scripts\/terminal\/(colors|command-line|wrap)\.ts$/,
  /(^|\/)node_modules\/.+$/,
];

/** Those of the modules that must stay here. @param paths relative to the repository, with forward slashes */
export function listForbiddenModules(paths: readonly string[]): readonly string[] {
  return paths.filter((path) => !allowed.some((pattern) => pattern.test(path)));
}
