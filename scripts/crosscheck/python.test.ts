import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../project";
import {
  explainInstall,
  explainProbe,
  listOtherVersions,
  listPythons,
  probePython,
  type RunProgram,
  readPins,
  runProgram,
} from "./python";

const recorder = join(__dirname, "..", "record-profile.py");

/** A Python that prints these versions, or that is not there. */
function fakePython(stdout: string | null): RunProgram {
  return () => ({ exitCode: stdout === null ? null : 0, stdout: stdout ?? "", stderr: "" });
}

describe("probing a Python", () => {
  test("finds it ready when all packages are installed", () => {
    const probe = probePython("python3", fakePython("torch 2.15.0+cpu\ntimm 1.0.31\nfvcore 0.1.5\n"));
    expect(probe).toEqual({
      kind: "ready",
      program: "python3",
      versions: new Map([
        ["torch", "2.15.0+cpu"],
        ["timm", "1.0.31"],
        ["fvcore", "0.1.5"],
      ]),
    });
  });

  test("says which packages are missing", () => {
    const probe = probePython("python3", fakePython("torch 2.15.0\n"));
    expect(explainProbe(probe)).toBe("python3: timm, fvcore not installed");
  });

  test("says when it is not there", () => {
    expect(explainProbe(probePython("/no/python", fakePython(null)))).toBe("/no/python: not there");
    expect(probePython("/no/such/program", runProgram).kind).toBe("absent");
  });
});

describe("the Pythons that are tried", () => {
  test("are only the one the caller names", () => {
    expect(listPythons("/a/python", { RIDGEPOINT_PYTHON: "/b/python" })).toEqual(["/a/python"]);
  });

  test("else begin with the environment's", () => {
    expect(listPythons(undefined, { RIDGEPOINT_PYTHON: "/b/python" })[0]).toBe("/b/python");
    expect(listPythons(undefined, {}).at(-1)).toBe("python3");
  });
});

describe("the recorder's pins", () => {
  const pins = readPins(recorder);

  test("pin every package that is probed for", () => {
    expect(pins.map((pin) => pin.split("==")[0])).toEqual(
      expect.arrayContaining(["torch", "timm", "fvcore"]),
    );
  });

  test("become a command that installs them", () => {
    expect(explainInstall(["torch==2.15.0", "timm==1.0.31"])).toMatch(
      /bin\/pip install torch==2\.15\.0 timm==1\.0\.31$/,
    );
  });

  test("are compared without the build's suffix", () => {
    const versions = new Map([
      ["torch", "2.15.0+cpu"],
      ["timm", "1.0.30"],
      ["other", "1"],
    ]);
    expect(listOtherVersions(versions, ["torch==2.15.0", "timm==1.0.31"])).toEqual([
      "timm 1.0.30 instead of 1.0.31",
    ]);
  });

  test("are those that students measure with, and their script prints every figure that their page explains", () => {
    const [page = "", script = ""] = ["profiling.md", "profile_model.py"].map((name) =>
      readFileSync(join(projectRoot, "templates", "handout", name), "utf8"),
    );
    const [, installed = ""] = /pip install (.*)/.exec(page) ?? [];
    expect(pins).toEqual(expect.arrayContaining(installed.split(" ")));
    const named = [...page.matchAll(/^- (`[^:\n]*`):/gm)].flatMap(([, names = ""]) =>
      [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? ""),
    );
    const phases = ["forward", "backward", "step", "without gradients"].map((phase) => `peak ${phase}`);
    expect(named.filter((name) => !phases.includes(name) && !script.includes(`show("${name}"`))).toEqual([]);
    expect(named).toEqual(expect.arrayContaining(phases));
  });

  test("are looked for where there are none in vain", () => {
    expect(() => readPins(__filename)).toThrow("names no dependencies in its header");
  });
});
