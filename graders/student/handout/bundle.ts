/** The programs of the student package as plain JavaScript, one file each. */

import { GraderFault } from "../../contract/faults";
import { build, type Metafile } from "../../running/compile/bundler-api";
import { listForbiddenModules } from "./allowed-modules";
import type { HandoutFile } from "./handout-file";

/** A program: a file of the repository, or a text that is one for the purpose. */
export interface ProgramSource {
  /** Name of the JavaScript file, without an ending. */
  readonly name: string;
  /** "esm" for what another program imports; left out for what is started. */
  readonly format?: "esm";
  readonly source: { readonly file: string } | { readonly text: string };
}

export interface Bundle {
  readonly files: readonly HandoutFile[];
  /** Modules that went into them, relative to the repository. */
  readonly modules: readonly string[];
}

/** Installed by students, since they are large or not JavaScript alone. */
export const installedPackages = ["@swc/core", "@types/node", "ts-node", "typescript"] as const;

/** Programs of the package that others of it load. */
const loadedBeside = ["./begin.js"];

/** What would make validators: those that are needed travel ready-made. */
const broughtAlong = ["ajv/dist/2020", "ajv/dist/standalone"];

/**
 * Without comments, source maps and absolute paths.
 *
 * @throws GraderFault when something does not build, or a module is among them that must not travel
 */
export async function bundlePrograms(root: string, programs: readonly ProgramSource[]): Promise<Bundle> {
  const built = await Promise.all(programs.map((program) => bundleProgram(root, program)));
  const modules = [...new Set(built.flatMap((one) => listModules(one.metafile)))].sort();
  const forbidden = listForbiddenModules(modules);
  if (forbidden.length > 0) {
    throw new GraderFault(`the student package would hold what must stay here: ${forbidden.join(", ")}`);
  }
  return { files: built.map((one) => one.file), modules };
}

const nodeGlobals = `import { Buffer } from "node:buffer";\nimport process from "node:process";`;

async function bundleProgram(
  root: string,
  { name, source, format }: ProgramSource,
): Promise<{ readonly file: HandoutFile; readonly metafile: Metafile }> {
  const input =
    "file" in source
      ? { entryPoints: [source.file] }
      : {
          stdin: { contents: source.text, resolveDir: root, sourcefile: `${name}.ts`, loader: "ts" as const },
        };
  const file = format === "esm" ? `${name}.mjs` : `${name}.js`;
  try {
    const { outputFiles, metafile } = await build({
      ...input,
      absWorkingDir: root,
      bundle: true,
      write: false,
      outfile: file,
      platform: "node",
      target: "node20",
      format: format ?? "cjs",
      // What Node has everywhere, and other runtimes have to be asked for.
      ...(format === "esm" ? { banner: { js: nodeGlobals } } : {}),
      charset: "utf8",
      legalComments: "none",
      logLevel: "silent",
      metafile: true,
      external: [...installedPackages.flatMap((one) => [one, `${one}/*`]), ...broughtAlong, ...loadedBeside],
      tsconfigRaw: {},
    });
    const [output] = outputFiles;
    return { file: { path: `selfcheck/${file}`, text: output?.text ?? "" }, metafile };
  } catch (error) {
    throw new GraderFault(`the student program ${name} does not build: ${(error as Error).message}`);
  }
}

/** Texts that stand for a file are no module of ours. */
function listModules({ inputs }: Metafile): readonly string[] {
  return Object.keys(inputs).filter((path) => path.includes("/"));
}
