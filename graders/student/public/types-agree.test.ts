import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../testing/project-root";
import { readInterfaces } from "./signatures";

/** The students' types and the grader's are written apart; TypeScript holds them to each other. */

import type * as student from "../../../templates/handout/types";
import type * as grader from "../../contract/value";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

const agreements: {
  readonly tensor: Same<student.Tensor, grader.Tensor>;
  readonly convLayer: Same<student.ConvLayer, grader.ConvLayer>;
  readonly preluLinear: Same<student.PReLULinear, grader.PReLULinear>;
  readonly gpu: Same<student.Gpu, grader.Gpu>;
  readonly convNeXtV2: Same<student.ConvNeXtV2, grader.ConvNeXtV2>;
  readonly memoryEvent: Same<student.MemoryEvent, grader.MemoryEvent>;
  readonly modelMemory: Same<student.ModelMemory, grader.ModelMemory>;
} = {
  tensor: true,
  convLayer: true,
  preluLinear: true,
  gpu: true,
  convNeXtV2: true,
  memoryEvent: true,
  modelMemory: true,
};

/** What functions return; the grader reads it more generously than it is written. */
const answers = ["OpCount", "AdamMemory"];

test("every type that students get is held to the grader's, but for those of answers", () => {
  const types = readFileSync(join(projectRoot, "templates", "handout", "types.ts"), "utf8");
  const held = [...Object.keys(agreements), ...answers].map((name) => name.toLowerCase());
  expect([...readInterfaces(types).keys()].map((name) => name.toLowerCase()).sort()).toEqual(held.sort());
});
