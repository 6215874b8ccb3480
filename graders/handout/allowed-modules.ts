/**
 * The modules that may travel to students, and no others: the programs of the student package are searched for
 * anything else when they are built.
 */

const allowed: readonly RegExp[] = [
  /^graders\/questions\/[^/]+\/public-checks\.ts$/,
  /^graders\/(answers|contract)\.ts$/,
  // Of the engine, what reads, compiles and runs a submission; nothing that judges or records.
  /^graders\/engine\/(compile|discover|run)\/.*\.ts$/,
  /^graders\/engine\/usage-error\.ts$/,
  /^graders\/handout\/zip\.ts$/,
  /^graders\/languages\/(languages|translator)\.ts$/,
  /^graders\/notebook\/(export-notebook|notebook)\.ts$/,
  /^graders\/public\/form\.ts$/,
  /^graders\/sandbox\/.*\.ts$/,
  /^graders\/selfcheck\/.*\.ts$/,
  /^graders\/typescript\/(compiler-api|settings|style|type-check)\.ts$/,
  /^scripts\/student\/.*\.ts$/,
  /^scripts\/terminal\/(colors|command-line)\.ts$/,
  /(^|\/)node_modules\/.+$/,
];

/** Those of the modules that must stay here. @param paths relative to the repository, with forward slashes */
export function listForbiddenModules(paths: readonly string[]): readonly string[] {
  return paths.filter((path) => !allowed.some((pattern) => pattern.test(path)));
}
