import { countSavedBytes } from "../../../reference/convnextv2/activations";
import { convNeXtV2Variants } from "../../../reference/convnextv2/architecture";
import { listRecordings, readRecording } from "../../../reference/recordings/catalogue";
import { createRandom } from "../../judge/random";
import { listCases } from "./inputs";
import {
  convAndLinearLayers,
  type Events,
  leafLayers,
  measure,
  parameterisedLayers,
  sumLayerOutputs,
} from "./measures";
import { endWithPass, readForwardPass } from "./recordings";

describe("the notebook's pass", () => {
  const pass = readForwardPass("large-batch8-forward-grad");

  test.each([
    ["leaf layers", leafLayers, 3_449_027_840n],
    ["layers with parameters, doubled 5,106,072,064", parameterisedLayers, 2_553_036_032n],
    ["convolutions and linear layers", convAndLinearLayers, 1_380_072_704n],
  ])("has as outputs of %s what tools add up", (_, layers, bytes) => {
    expect(sumLayerOutputs(pass, layers)).toBe(bytes);
  });

  test.each([
    ["large-batch8-forward-grad", 5_157_206_240, 4_360_561_984],
    ["large-batch8-forward-no-grad", 1_085_707_168, 289_062_912],
  ])("peaks as recorded: %s", (id, peakBytes, activationBytes) => {
    const { peak, passAtPeak } = measure(readForwardPass(id));
    expect([Number(peak), Number(passAtPeak)]).toEqual([peakBytes, activationBytes]);
  });

  test("keeps at its end what was saved for backward, and the logits", () => {
    const savedBytes = 8n * countSavedBytes(convNeXtV2Variants.large);
    expect(measure(pass).passAtEnd).toBe(savedBytes + 8n * 1000n * 4n);
  });
});

describe("recordings", () => {
  const ids = listCases(createRandom("test", "forward-profile")).map(({ id }) => id);
  const recordings = listRecordings().filter(({ run }) => run.kind === "forward");

  test("are most of the cases, with and without gradients, of three models at least", () => {
    const used = recordings.filter(({ id }) => ids.includes(id));
    expect(used.length).toBeGreaterThan(ids.length / 2);
    expect(new Set(used.map(({ run }) => run.kind === "forward" && run.mode)).size).toBe(2);
    expect(new Set(used.map(({ variant }) => variant)).size).toBeGreaterThanOrEqual(3);
  });

  test.each(recordings.map(({ id }) => id))("%s stops where the pass returns", (id) => {
    const { events } = readRecording(id);
    const pass = endWithPass(events);
    const later = events.slice(pass.length);
    expect(measure(pass).peak).toBe(measure(events).peak);
    expect(measure(pass).atEnd.temporary).toBe(0n);
    expect(measure(pass).atEnd.activation).toBeGreaterThan(0n);
    expect(later.every(({ bytes, category }) => bytes < 0 && category === "activation")).toBe(true);
  });

  test("reach their peak with the same holders each time, so that the first and the last are both right", () => {
    for (const { input } of listCases(createRandom("test", "peaks"))) {
      const holders = listHoldersAtPeak(input);
      expect(new Set(holders.map((one) => JSON.stringify(one))).size).toBe(1);
    }
  });

  test("are chosen by the seed from many", () => {
    const chosen = Array.from({ length: 30 }, (_, seed) =>
      listCases(createRandom(`${seed}`, "choice")).flatMap(({ id, source }) =>
        source === "random" && !id.startsWith("random") ? [id] : [],
      ),
    );
    expect(new Set(chosen.flat()).size).toBeGreaterThan(8);
  });
});

test("recordings travel small: each under 150 kB, all of them under 600 kB", () => {
  const sizes = listCases({
    integer: (_, max) => max,
    real: (min) => min,
    pick: (items) => items.at(-1) as never,
  }).map(({ input }) => JSON.stringify(input).length);
  expect(Math.max(...sizes)).toBeLessThan(150_000);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(600_000);
});

/** Live bytes by category at each moment at which the peak is reached. */
function listHoldersAtPeak(events: Events): readonly object[] {
  const peakBytes = Number(measure(events).peak);
  const live: Record<string, number> = {};
  return events.flatMap(({ bytes, category }) => {
    live[category] = (live[category] ?? 0) + bytes;
    const total = Object.values(live).reduce((sum, value) => sum + value, 0);
    return total === peakBytes && bytes > 0 ? [{ ...live }] : [];
  });
}
