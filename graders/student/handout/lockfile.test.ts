import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../testing/project-root";
import { type Lockfile, pinVersions, takeLockfile } from "./lockfile";

const lockfile: Lockfile = {
  lockfileVersion: 3,
  packages: {
    "": {},
    "node_modules/a": {
      version: "1.0.0",
      dependencies: { b: "^1.0.0" },
      optionalDependencies: { native: "1.0.0" },
    },
    "node_modules/a/node_modules/b": {
      version: "1.5.0",
      dependencies: { c: "*" },
      dev: true,
      resolved: "https://example.org",
    },
    "node_modules/b": { version: "2.0.0" },
    "node_modules/c": {
      version: "3.0.0",
      peerDependencies: { d: "*", e: "*" },
      peerDependenciesMeta: { e: { optional: true } },
    },
    "node_modules/d": { version: "4.0.0" },
    "node_modules/e": { version: "5.0.0" },
    "node_modules/native": { version: "1.0.0" },
  },
};
const manifest = { name: "x", version: "1.0.0", engines: {}, dependencies: { a: "1.0.0" } };

test("a lockfile holds what is needed and nothing else, each found as Node finds it", () => {
  const { packages } = takeLockfile(lockfile, manifest) as Lockfile;
  expect(Object.keys(packages)).toEqual([
    "",
    "node_modules/a",
    "node_modules/a/node_modules/b",
    "node_modules/c",
    "node_modules/d",
    "node_modules/native",
  ]);
});

test("it says neither where packages came from nor that they are for development", () => {
  const { packages } = takeLockfile(lockfile, manifest) as Lockfile;
  expect(packages["node_modules/a/node_modules/b"]).toEqual({ version: "1.5.0", dependencies: { c: "*" } });
});

test("versions are exact, and a package that is not locked is refused", () => {
  expect(pinVersions(lockfile, ["a", "c"])).toEqual({ a: "1.0.0", c: "3.0.0" });
  expect(() => pinVersions(lockfile, ["z"])).toThrow("expected z");
});

test("the project's own lockfile has every package for every system, each with its digest", () => {
  const own = JSON.parse(readFileSync(join(projectRoot, "package-lock.json"), "utf8")) as Lockfile;
  const dependencies = pinVersions(own, ["@swc/core", "ts-node", "typescript"]);
  const { packages } = takeLockfile(own, { ...manifest, dependencies }) as Lockfile;
  const { "": _, ...installed } = packages;
  const paths = Object.keys(installed);
  expect(paths).toEqual(
    expect.arrayContaining(["node_modules/@swc/core-win32-x64-msvc", "node_modules/@swc/core-darwin-arm64"]),
  );
  expect(Object.values(installed).every((one) => "integrity" in one)).toBe(true);
});
