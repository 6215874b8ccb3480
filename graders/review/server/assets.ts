/** What a page loads besides itself: one stylesheet and one script, from here alone. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { GraderFault } from "../../contract/faults";
import { describeError } from "../../contract/thrown";
import { build } from "../../running/compile/bundler-api";

export interface Assets {
  readonly stylesheet: string;
  readonly script: string;
}

/** @param root where `templates/` and `graders/` lie. @throws GraderFault naming what cannot be read or built */
export async function loadAssets(root: string): Promise<Assets> {
  const sheets = ["report.css", join("review", "review.css")].map((name) =>
    readFile(join(root, "templates", name), "utf8"),
  );
  try {
    return { stylesheet: (await Promise.all(sheets)).join("\n"), script: await bundleClient(root) };
  } catch (error) {
    throw new GraderFault(`the desk's page cannot be built: ${describeError(error)}`);
  }
}

async function bundleClient(root: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ["graders/review/client/desk.ts"],
    absWorkingDir: root,
    bundle: true,
    write: false,
    platform: "browser",
    target: "es2022",
    format: "iife",
    charset: "utf8",
    legalComments: "none",
    logLevel: "silent",
    tsconfigRaw: {},
  });
  return outputFiles[0]?.text ?? "";
}
