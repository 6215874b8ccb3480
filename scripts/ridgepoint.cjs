#!/usr/bin/env node
/**
 * `npx ridgepoint grade …` is `npm run grade -- …`: a verb is what package.json starts by one program of this folder.
 * From any folder; the arguments are read where it is called.
 */
const { spawn } = require("node:child_process");
const { join } = require("node:path");
const { scripts } = require("../package.json");

const root = join(__dirname, "..");
const isProgram = (line) => /^node [^&|]* scripts\/[\w-]+\.ts$/.test(line);
const verbs = Object.keys(scripts).filter((name) => isProgram(scripts[name]));

const [verb, ...asked] = process.argv.slice(2);
if (verbs.includes(verb)) start(verb, asked);
else tell(verb);

function start(name, args) {
  const [, ...words] = scripts[name].split(" ");
  const own = words.map((word) => (/^(?:\.|scripts)\//.test(word) ? join(root, word) : word));
  const child = spawn(process.execPath, [...own, ...args], { stdio: "inherit" });
  // Ctrl+C reaches the child by itself, which keeps what is finished: it decides when this ends.
  process.on("SIGINT", () => {});
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => {
    if (signal === null) process.exitCode = code;
    else {
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    }
  });
}

/** As every command does of a flag that it does not know. */
function tell(asked) {
  const isHelp = asked === undefined || asked === "--help" || asked === "-h";
  const list = `Usage: ridgepoint <${verbs.join(" | ")}> [flags]\nridgepoint <verb> --help tells each one's flags.`;
  if (isHelp) console.log(list);
  else console.error(`error: unknown verb '${asked}', expected one of ${verbs.join(", ")}`);
  process.exitCode = isHelp ? 0 : 1;
}
