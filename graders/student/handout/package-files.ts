/** `package.json` with the three commands and a few exact versions, its lockfile, and the editor's TypeScript settings. Pure. */
import { compilerSettings } from "../typescript/settings";
import { installedPackages } from "./bundle";
import type { HandoutFile } from "./handout-file";
import { type Lockfile, type PackageManifest, pinVersions, takeLockfile } from "./lockfile";

export function listPackageFiles(name: string, lockfile: Lockfile): readonly HandoutFile[] {
  const manifest: PackageManifest = {
    name,
    version: "1.0.0",
    engines: { node: ">=20.12" },
    dependencies: pinVersions(lockfile, installedPackages),
  };
  const scripts = {
    selfcheck: "node selfcheck/start.js selfcheck",
    try: "node selfcheck/start.js try",
    "submit-pack": "node selfcheck/start.js submit-pack",
  };
  // Newer versions of npm warn of install scripts that nobody has decided on. This one looks whether swc runs here.
  const allowScripts = { "@swc/core": true };
  const settings = { compilerOptions: compilerSettings, include: ["*.ts"] };
  return [
    { path: "package.json", text: writeJson({ ...manifest, private: true, scripts, allowScripts }) },
    { path: "package-lock.json", text: writeJson(takeLockfile(lockfile, manifest)) },
    { path: "tsconfig.json", text: writeJson(settings) },
  ];
}

function writeJson(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
