/**
 * Runs the project's TypeScript as `ts-node/register` does, and keeps what was transpiled in `node_modules/.cache`:
 * a command then starts without ts-node, TypeScript and swc. What is kept is named by the digest of all that it
 * depends on, and believed only with the digest of its own bytes. Where nothing can be kept, all is transpiled anew.
 */
const { createHash } = require("node:crypto");
const { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } = require("node:fs");
const { dirname, join, relative } = require("node:path");
require("./optimize-late.cjs");

const root = dirname(dirname(__dirname));
const folder = join(root, "node_modules", ".cache", "ridgepoint");
const digest = (...texts) => {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(`${text.length} `).update(text);
  return hash.digest("hex");
};
const compilers = ["ts-node", "typescript", "@swc/core"].map((name) =>
  require.resolve(`${name}/package.json`),
);
const surroundings = digest(
  ...[join(root, "tsconfig.json"), ...compilers].map((path) => readFileSync(path, "utf8")),
);
let service;

function transpile(filename, source) {
  service ??= require("ts-node").create({ projectSearchDir: root });
  // Kept without its map: four fifths of the bytes, and of use only where a fault of ours is hunted with ts-node itself.
  return service.compile(source, filename).replace(/\n\/\/# sourceMappingURL=.*\s*$/, "\n");
}

/** @returns undefined for what is not there, or is not what was written */
function readKept(path) {
  try {
    const kept = readFileSync(path, "utf8");
    const code = kept.slice(65);
    return kept.slice(0, 64) === digest(code) ? code : undefined;
  } catch {
    return undefined;
  }
}

/** Whole or not at all: two commands may start at once, and each may be killed. */
function keep(path, code) {
  const draft = `${path}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(draft, `${digest(code)}\n${code}`);
    renameSync(draft, path);
  } catch {
    discard(draft);
  }
}

function discard(draft) {
  try {
    rmSync(draft, { force: true });
  } catch {
    // Nothing can be written or removed here at all.
  }
}

function load(filename) {
  const source = readFileSync(filename, "utf8");
  const path = join(folder, `${digest(surroundings, relative(root, filename), source)}.js`);
  const kept = readKept(path);
  if (kept !== undefined) return kept;
  const code = transpile(filename, source);
  keep(path, code);
  return code;
}

require.extensions[".ts"] = (module, filename) => {
  module._compile(load(filename), filename);
};
