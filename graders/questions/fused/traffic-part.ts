/** The bytes of the fused model: by the definition, or the student's own unfused bytes without the saved traffic. */
import { readReal } from "../../contract/answers";
import type { Earlier } from "../../contract/earlier";
import { readUnitBytes } from "../kit/byte-units";
import { makeTrafficPart, type StartFromOwn } from "../kit/roofline/traffic";
import { elementSize } from "../kit/roofline/traffic-choices";
import { unfusedCall } from "../kit/roofline/unavoidable-traffic";

/** Unfused bytes that count one of the two passes over the tensor between the layers, and none. */
const onePass = ["intermediate-once", "reads-only", "one-prelu-pass-no-weights", "one-prelu-pass-one-output"];
const noPass = ["intermediate-left-out", "weights-only"];
/** Where nothing tells the unit: own bytes in another one than the one supposed are further off than this, whatever else is wrong with them. */
const largestFactor = 31;

export const trafficPart = makeTrafficPart({
  id: "bytes",
  points: "0.4",
  fused: true,
  reference: {
    id: "once-each-way",
    says: "The fused kernel reads the input and the parameters once and writes the output once, as you count.",
  },
  consults: ({ batchSize, model }) => ({ [unfusedCall]: { export: "modelBytes", args: [batchSize, model] } }),
  collisions: [
    { activations: "reads-only", bias: "with-bias" },
    { activations: "intermediate-once", slope: "without-slope" },
    { activations: "unfused-traffic", slope: "without-slope" },
    { activations: "weights-only", slope: "slope-per-element" },
  ].map((answered) => ({ answered, because: "the bytes are those of something better" })),
  exceptions: [
    {
      when: { activations: "intermediate-once", slope: "slope-per-element" },
      credit: "0",
      because: "three passes over the input are what the unfused model moves, whatever they are called",
    },
  ],
  own: [
    {
      id: "own-unfused-without-both-passes",
      effect: saveFromOwn((slips) => ([...onePass, ...noPass].some((id) => slips.has(id)) ? 0n : 2n)),
      says: "These are your own unfused bytes without writing and reading the tensor between the layers.",
      isOwn: true,
    },
    {
      id: "own-unfused-without-its-pass",
      effect: saveFromOwn((slips) => (onePass.some((id) => slips.has(id)) ? 1n : 0n)),
      says: "These are your own unfused bytes without the pass over the tensor between the layers that they had.",
      isOwn: true,
    },
  ],
});

/** Own unfused bytes without some passes over B x in elements, counted and told as the unfused ones were. */
function saveFromOwn(countPasses: (slips: ReadonlySet<string>) => bigint): StartFromOwn {
  return ({ b, i, o }, tell, earlier) => {
    const own = readReal(earlier.answer(unfusedCall));
    if (!own.ok) return undefined;
    const slips = listSlips(earlier);
    const size = elementSize.find(({ id }) => slips.has(id))?.effect ?? elementSize[0].effect;
    const batch = slips.has("batch-ignored") ? 1n : b;
    const saved = Number(tell(size * countPasses(slips) * batch * i).value);
    const unfused = Number(tell(size * (batch * (3n * i + o) + i * o)).value);
    const isLike = own.answer < unfused * largestFactor && own.answer * largestFactor > unfused;
    const reading = earlier.reading("model-bytes");
    const isSameUnit = reading === undefined ? isLike : readUnitBytes(reading) === tell.bytes;
    return isSameUnit && saved > 0 && own.answer > saved ? own.answer - saved : undefined;
  };
}

/** What explained the student's unfused bytes. */
function listSlips(earlier: Earlier): ReadonlySet<string> {
  return earlier.reading("model-bytes") ?? new Set();
}
