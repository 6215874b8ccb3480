/** Family K: odd and hostile folders, and what must become of each: taken in without harm, or refused in one sentence. */
import { execFileSync } from "node:child_process";
import { linkSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { oddArchives } from "./archives";
import { beside, honest, type OddFolder, write, writeAll } from "./fill-folder";
import { longToRead } from "./long-reading";

export const oddFolders: readonly OddFolder[] = [
  { name: "empty", fill: () => {}, expected: /the folder is empty/ },
  {
    name: "entry is a link",
    fill: (folder, secret) => symlinkSync(secret, join(folder, "submission.ts")),
    expected: /is a link/,
  },
  {
    name: "entry is a dangling link",
    fill: (folder) => symlinkSync("nowhere", join(folder, "submission.ts")),
    expected: /is a link/,
  },
  {
    name: "entry is a hard link",
    fill: (folder, secret) => linkSync(secret, join(folder, "submission.ts")),
    expected: /is a hard link/,
  },
  {
    name: "entry is a pipe",
    fill: (folder) => void execFileSync("mkfifo", [join(folder, "submission.ts")]),
    expected: /not a regular file/,
  },
  {
    name: "entry is a folder",
    fill: (folder) => mkdirSync(join(folder, "submission.ts")),
    expected: /must be a file/,
  },
  {
    name: "entry in another case",
    fill: (folder) => write(folder, "Submission.TS"),
    expected: "accepted",
  },
  {
    name: "link to a source",
    fill: beside((folder, secret) => symlinkSync(secret, join(folder, "lib.ts"))),
    expected: "accepted",
  },
  {
    name: "link to a source that is imported",
    fill: (folder, secret) => {
      write(folder, "submission.ts", `import "./lib";\n${honest}`);
      symlinkSync(secret, join(folder, "lib.ts"));
    },
    expected: /lib\.ts is a link/,
  },
  {
    name: "more imports than are read",
    fill: (folder) => {
      const names = Array.from({ length: 201 }, (_, i) => `f${i}`);
      write(folder, "submission.ts", names.map((name) => `import "./${name}";`).join("\n") + honest);
      writeAll(
        folder,
        names.map((name) => `${name}.ts`),
        "",
      );
    },
    expected: /more than 200 \.ts files/,
  },
  {
    name: "imports through a link to the folder above",
    fill: (folder) => {
      write(folder, "submission.ts", `import "./up/secret";\n${honest}`);
      symlinkSync("../..", join(folder, "up"));
    },
    // What is behind it is not there, and only what uses it stops.
    expected: "accepted",
  },
  {
    name: "link to itself",
    fill: beside((folder) => symlinkSync("loop.ts", join(folder, "loop.ts"))),
    expected: "accepted",
  },
  {
    name: "link to the folder above",
    fill: beside((folder) => symlinkSync("..", join(folder, "up"))),
    expected: "accepted",
  },
  {
    name: "link to the root",
    fill: beside((folder) => symlinkSync("/", join(folder, "root"))),
    expected: "accepted",
  },
  {
    name: "answers.md is a link",
    fill: beside((folder, secret) => symlinkSync(secret, join(folder, "answers.md"))),
    expected: "accepted",
  },
  {
    name: "answers.md is a pipe",
    fill: beside((folder) => void execFileSync("mkfifo", [join(folder, "answers.md")])),
    expected: "accepted",
  },
  {
    name: "own configurations",
    fill: beside((folder) =>
      writeAll(
        folder,
        ["tsconfig.json", "package.json", ".swcrc", "jest.config.js", ".npmrc", "babel.config.js"],
        '{"scripts":{"preinstall":"exit 1"},"extends":"/etc/passwd"}',
      ),
    ),
    expected: "accepted",
  },
  {
    name: "shadowed packages",
    fill: beside((folder) =>
      writeAll(
        folder,
        [
          "node_modules/ts-node/index.js",
          "node_modules/typescript/index.ts",
          "node_modules/@swc/core/index.js",
        ],
        "process.exit(1)",
      ),
    ),
    expected: "accepted",
  },
  {
    name: "shadowed module of Node",
    fill: (folder) => {
      write(folder, "fs.ts", "throw 1");
      write(folder, "submission.ts", `import "fs";\n${honest}`);
    },
    expected: "accepted",
  },
  {
    name: "compiled twin of the entry",
    fill: beside((folder) => write(folder, "submission.js", "process.exit(1)")),
    expected: "accepted",
  },
  {
    name: "declaration twin of the entry",
    fill: beside((folder) => write(folder, "submission.d.ts", "broken {")),
    expected: "accepted",
  },
  {
    name: "nested repository with hooks",
    fill: beside((folder) => write(folder, ".git/hooks/post-checkout", "exit 1")),
    expected: "accepted",
  },
  {
    name: "broken file nobody imports",
    fill: beside((folder) => write(folder, "old.ts", "let = ;")),
    expected: "accepted",
  },
  {
    name: "name with a line break",
    fill: beside((folder) => write(folder, "new\nline.ts")),
    expected: "accepted",
  },
  {
    name: "name that reads backwards",
    fill: beside((folder) => write(folder, "a\u202Est.ts")),
    expected: "accepted",
  },
  {
    name: "names like options",
    fill: beside((folder) => writeAll(folder, ["-rf.ts", "--eval.ts", "--require=x.ts"], "export {};")),
    expected: "accepted",
  },
  {
    name: "names like shell commands",
    fill: beside((folder) => writeAll(folder, ["$(touch x).ts", "`id`.ts", "a;b|c.ts"], "export {};")),
    expected: "accepted",
  },
  {
    name: "names of the language's objects",
    fill: beside((folder) =>
      writeAll(folder, ["__proto__.ts", "constructor.ts", "toString.ts"], "export {};"),
    ),
    expected: "accepted",
  },
  {
    name: "too many files",
    fill: beside((folder) => Array.from({ length: 201 }, (_, i) => write(folder, `f${i}.ts`, ""))),
    expected: "accepted",
  },
  {
    name: "too much altogether",
    fill: beside((folder) =>
      Array.from({ length: 20 }, (_, i) => write(folder, `f${i}.ts`, "x".repeat(250_000))),
    ),
    expected: "accepted",
  },
  {
    name: "nested too deep",
    fill: beside((folder) => write(folder, `${"d/".repeat(17)}x.ts`)),
    expected: "accepted",
  },
  {
    name: "folder whose name is no text",
    fill: beside((folder) => mkdirSync(Buffer.from(`${folder}/\xdcbung`, "latin1"))),
    expected: "accepted",
  },
  {
    name: "source whose name is no text",
    fill: beside((folder) => writeFileSync(Buffer.from(`${folder}/\xdcbung.ts`, "latin1"), "")),
    expected: "accepted",
  },
  {
    name: "path longer than the system reads",
    fill: beside((folder) => {
      const deep = `cd "$0" && for i in $(seq 16); do mkdir "$1" && cd "$1" || exit 1; done; echo > x.ts`;
      execFileSync("bash", ["-c", deep, folder, "d".repeat(255)]);
    }),
    expected: "accepted",
  },
  {
    name: "folder named like an option",
    folderName: "--help",
    fill: (folder) => write(folder, "submission.ts"),
    expected: "accepted",
  },
  {
    name: "folder named like a prototype",
    folderName: "__proto__",
    fill: (folder) => write(folder, "submission.ts"),
    expected: "accepted",
  },
  {
    name: "folder named like a command",
    folderName: "$(touch pwned)",
    fill: (folder) => write(folder, "submission.ts"),
    expected: "accepted",
  },
  {
    name: "folder named like a formula",
    folderName: "=cmd|'calc'!A1",
    fill: (folder) => write(folder, "submission.ts"),
    expected: "accepted",
  },
  ...oddArchives,
  ...longToRead,
];
