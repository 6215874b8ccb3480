/** The answers of a student's functions as JSON by function, for graders that are no JavaScript; null where one throws. */
const { readFileSync } = require("node:fs");
const { deserialize } = require("node:v8");
const { transformSync } = require(process.env.PEER_COMPILER);
const { toPlain } = require("./plain.cjs");

const [casesPath, path] = process.argv.slice(2);
const options = { jsc: { parser: { syntax: "typescript" }, target: "es2022" }, module: { type: "commonjs" } };
const student = { exports: {} };
new Function("module", "exports", "require", transformSync(readFileSync(path, "utf8"), options).code)(
  student,
  student.exports,
  require,
);
const answers = {};
for (const { export: name, args } of deserialize(readFileSync(casesPath))) {
  answers[name] ??= [];
  try {
    answers[name].push(toPlain(student.exports[name](...args)));
  } catch {
    answers[name].push(null);
  }
}
console.log(JSON.stringify(answers));
