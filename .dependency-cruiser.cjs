/**
 * The arrows: scripts → graders → reference, no cycles, questions apart from one another, and one doorway file
 * per third-party package. `npm run check:arrows` and a test hold the code to it.
 */

const { builtinModules } = require("node:module");

/** The one file that may import each package. */
const doorways = {
  "@dodona/dolos-core": "graders/review/similar/fingerprints.ts",
  "@swc/core": "graders/running/compile/compile-worker.ts",
  ajv: "graders/contract/schemas/ajv.ts",
  "big.js": "graders/contract/points.ts",
  bullmq: "graders/grade/queue/bullmq.ts",
  chokidar: "scripts/student/watch.ts",
  "cli-progress": "scripts/terminal/progress.ts",
  "cli-table3": "scripts/terminal/table.ts",
  "d3-scale": "graders/report/figures/d3.ts",
  "d3-shape": "graders/report/figures/d3.ts",
  commander: "scripts/terminal/command-line.ts",
  "csv-parse": "graders/intake/roster/roster-csv.ts",
  "csv-stringify": "graders/report/exports/csv.ts",
  "@hono/node-server": "graders/review/server/http.ts",
  esbuild: "graders/running/compile/bundler-api.ts",
  execa: "graders/running/sandbox/process.ts",
  fflate: "graders/student/handout/zip.ts",
  "fastest-levenshtein": "graders/contract/near-name.ts",
  hono: "graders/review/server/http.ts",
  htmlparser2: "graders/intake/platforms/typed-text.ts",
  handlebars: "graders/report/handlebars.ts",
  colord: "graders/questions/intensity-plot/public/colors.ts",
  "markdown-it": "graders/report/markdown.ts",
  picocolors: "scripts/terminal/colors.ts",
  "pure-rand": "graders/judge/random.ts",
  "simple-statistics": "graders/report/correlation.ts",
  temml: "graders/report/math.ts",
  "ts-node": "graders/running/compile/compile-worker.ts",
  typescript: "graders/running/compile/compiler-api.ts",
  yaml: "graders/intake/platforms/gradescope-metadata.ts",
  yauzl: "graders/intake/zip-archive.ts",
};

/** The rooms of `graders/`, and the rooms each may import besides `contract/` and `reference/`. */
const rooms = require("./graders/rooms.json");

/** The rooms that commands ask, and what they may know of others, each with its reason. */
const ofScripts = require("./scripts/imports.json");

const quote = (text) => text.replace(/[.\\/]/g, "\\$&");
/** Node's own modules but those that only compute. */
const impure = `^(node:)?(${builtinModules.filter((name) => !["crypto", "zlib"].includes(name)).join("|")})$`;
const tests = "\\.test\\.ts$|^(graders|reference)/testing/";

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "reference-knows-nobody",
      severity: "error",
      from: { path: "^reference/" },
      to: { path: "^(graders|scripts|submissions|templates)/" },
    },
    {
      name: "graders-know-no-scripts",
      severity: "error",
      from: { path: "^graders/" },
      to: { path: "^scripts/" },
    },
    {
      name: "scripts-ask-four-rooms",
      comment:
        "A command is flags in, words out; what it does is a use case of a room. A bench measures any part.",
      severity: "error",
      from: { path: "^scripts/", pathNot: [tests, "^scripts/bench/"] },
      to: {
        path: "^graders/",
        pathNot: [
          `^graders/(${[...ofScripts.rooms, "contract"].join("|")})/`,
          ...Object.keys(ofScripts.besides).map((path) => `^${quote(path)}`),
        ],
      },
    },
    {
      name: "reference-is-pure",
      comment: "No files, processes, network or clock, also not by way of others; hashing is pure.",
      severity: "error",
      from: { path: "^reference/", pathNot: tests },
      to: { path: impure, reachable: true },
    },
    {
      name: "pure-rooms-do-no-io",
      comment:
        "Questions and judging take answers and return verdicts; nothing that they know, or that those know, can reach a file or a process. Hashing and deflating are pure.",
      severity: "error",
      from: { path: "^graders/(contract|questions|judge)/", pathNot: tests },
      to: { path: impure, reachable: true },
    },
    ...Object.entries(rooms).map(([room, neighbours]) => ({
      name: `${room}-knows-its-neighbours`,
      comment: `May import: ${[...neighbours, "contract", "reference"].join(", ")}. See docs/architecture.md.`,
      severity: "error",
      from: { path: `^graders/${room}/`, pathNot: tests },
      to: { path: "^graders/", pathNot: `^graders/(${[room, ...neighbours, "contract"].join("|")})/` },
    })),
    {
      name: "questions-stand-alone",
      comment: "A question's folder can be deleted: only the catalogue names it.",
      severity: "error",
      from: { path: "^graders/questions/([^/]+)/", pathNot: tests },
      to: { path: "^graders/questions/", pathNot: "^graders/questions/($1|kit)/" },
    },
    {
      name: "nobody-names-a-question",
      comment: "The catalogue lists ids; the assignment loads the folders of those names.",
      severity: "error",
      from: { path: "^(graders|scripts)/", pathNot: ["^graders/questions/", tests] },
      to: { path: "^graders/questions/[^/]+/" },
    },
    {
      name: "public-checks-know-nothing-hidden",
      comment: "They ship to students.",
      severity: "error",
      from: { path: "^graders/questions/[^/]+/(public-checks\\.ts$|public/)", pathNot: tests },
      to: {
        path: "^(graders|reference)/",
        pathNot:
          "^graders/(contract/(answers|question|shown|value|schemas/ajv)\\.ts$|questions/[^/]+/public/)",
      },
    },
    {
      name: "tests-are-leaves",
      severity: "error",
      from: { pathNot: tests },
      to: { path: tests },
    },
    ...Object.entries(doorways).map(([name, doorway]) => ({
      name: `one-doorway-to-${name}`,
      severity: "error",
      // A bench measures packages themselves; what starts the project stands before every doorway.
      from: { pathNot: [`^${quote(doorway)}$`, "^scripts/bench/", "^graders/running/from-source\\.cjs$"] },
      to: { path: `(^|/)node_modules/${quote(name)}/` },
    })),
    {
      name: "every-package-has-its-doorway",
      comment: "Name the one file that imports the package in the table above.",
      severity: "error",
      from: { path: "^(reference|graders|scripts)/", pathNot: tests },
      to: {
        path: "(^|/)node_modules/",
        pathNot: Object.keys(doorways).map((name) => `(^|/)node_modules/${quote(name)}/`),
      },
    },
    { name: "no-unknown-imports", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^graders/.*/samples/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "types"],
    },
  },
};
