/**
 * Runs the project's TypeScript as `ts-node/register` does, and keeps what was transpiled in `node_modules/.cache`:
 * a command then starts without ts-node, TypeScript and swc. What is kept is named by the digest of all that it
 * depends on, and believed only with the digest of its own bytes. Where nothing can be kept, all is transpiled anew.
 * A stack names lines of the sources: of the map, which is four fifths of the bytes, those alone are kept.
 */
const { createHash } = require("node:crypto");
const { SourceMap } = require("node:module");
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
  ...[__filename, join(root, "tsconfig.json"), ...compilers].map((path) => readFileSync(path, "utf8")),
);
let service;

function transpile(filename, source) {
  if (service === undefined) {
    service = require("ts-node").create({ projectSearchDir: root });
    // ts-node knows the lines of what it transpiles in this process, and of nothing that is kept.
    Error.prepareStackTrace = writeStack;
  }
  const compiled = service.compile(source, filename);
  const mark = compiled.lastIndexOf("\n//# sourceMappingURL=") + 1;
  const [code, map] = [compiled.slice(0, mark), compiled.slice(compiled.indexOf(",", mark) + 1)];
  return `${code}${linesMark}${listLines(code, JSON.parse(Buffer.from(map, "base64").toString())).join()}\n`;
}

const linesMark = "//# lines=";

/** For each line of the code, by how many lines the source goes on. */
function listLines(code, payload) {
  const map = new SourceMap(payload);
  let last = 0;
  return code.split("\n").map((text, at) => {
    const { generatedLine, originalLine = last } = map.findEntry(at, text.search(/\S|$/));
    const line = generatedLine === at ? originalLine : last;
    const step = line - last;
    last = line;
    return step;
  });
}

/** By file, where its code was loaded; read again only when somebody asks for a stack. */
const loaded = new Map();
const known = new Map();

function findLine(filename, line) {
  if (!known.has(filename))
    known.set(filename, (loaded.get(filename)?.() ?? "").split(linesMark).at(-1).split(","));
  const steps = known.get(filename).slice(0, line);
  return steps.length < line ? line : 1 + steps.reduce((sum, step) => sum + Number(step), 0);
}

function writeStack(error, frames) {
  const lines = frames.map((frame) => {
    const filename = frame.getFileName();
    if (!loaded.has(filename)) return frame;
    return String(frame).replace(/:(\d+):\d+(?=\)?$)/, (_, line) => `:${findLine(filename, Number(line))}`);
  });
  return [error, ...lines].join("\n    at ");
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
  const code = kept ?? transpile(filename, source);
  loaded.set(filename, () => readKept(path) ?? (kept === undefined ? code : undefined));
  if (kept === undefined) keep(path, code);
  return code;
}

Error.prepareStackTrace = writeStack;

require.extensions[".ts"] = (module, filename) => {
  module._compile(load(filename), filename);
};
