/** Where ways of counting are known from: a tool's own rule, a paper, a thread. For staff; students never read it. */
import { GraderFault } from "../../contract/faults";
import type { Reading } from "../../contract/question";

/** By reading, or by the family whose ids begin so: "bits" also stands for "bits-without-slope". */
export type Sources = Readonly<Record<string, string>>;

/** Counting tools whose own rules students bring along. */
export const tools = {
  fvcore: "https://github.com/facebookresearch/fvcore/blob/main/fvcore/nn/jit_handles.py",
  thop: "https://github.com/Lyken17/pytorch-OpCounter/blob/master/thop/vision/calc_func.py",
  ptflops: "https://github.com/sovrasov/flops-counter.pytorch/blob/master/ptflops/pytorch_ops.py",
  deepSpeed:
    "https://github.com/microsoft/DeepSpeed/blob/master/deepspeed/profiling/flops_profiler/profiler.py",
  torchinfo: "https://github.com/TylerYep/torchinfo/blob/main/torchinfo/layer_info.py",
  flopCo: "https://github.com/juliagusak/flopco-pytorch",
} as const;

/**
 * The readings, each with the source of its id or else of its family.
 *
 * @throws GraderFault for a source of no reading
 */
export function citeSources<Input, Answer>(
  readings: readonly Reading<Input, Answer>[],
  sources: Sources,
): readonly Reading<Input, Answer>[] {
  const cited = new Set<string>();
  const withSources = readings.map((reading) => {
    const key = findKey(reading.id, sources);
    if (key === undefined) return reading;
    cited.add(key);
    return { ...reading, source: sources[key] as string };
  });
  const unused = Object.keys(sources).filter((key) => !cited.has(key));
  if (unused.length > 0) throw new GraderFault(`sources of no reading: ${unused.join(", ")}`);
  return withSources;
}

function findKey(id: string, sources: Sources): string | undefined {
  return Object.keys(sources)
    .filter((key) => id === key || id.startsWith(`${key}-`))
    .sort((a, b) => b.length - a.length)[0];
}
