import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../testing/project-root";

const folder = join(projectRoot, "templates", "review");
const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".hbs"))
  .map((name) => [name, readFileSync(join(folder, name), "utf8")] as const);

test.each(sources)(
  "%s leaves no value unescaped and runs or loads nothing but the desk's own two files",
  (_, source) => {
    expect(source).not.toMatch(/\{\{\{|\{\{~?&/);
    const own = source
      .replace('<link rel="stylesheet" href="/desk.css">', "")
      .replace('<script src="/desk.js" defer></script>', "");
    expect(own).not.toMatch(/<script|<link|<img|<iframe|\son[a-z]+=|style="|https?:\/\//i);
  },
);
