/** Where people meet these ways of counting, by reading or family of readings. */
import type { Sources } from "../kit/sources";

export const sources: Sources = {
  "gradients-and-moments-forgotten":
    "The five things a training step holds: https://discuss.pytorch.org/t/params-stored-in-gpu-during-training/150495",
  "activations-doubled":
    "Outputs counted again for their gradients: https://github.com/sksq96/pytorch-summary/issues/51",
  "half-precision":
    "Mixed precision, with 2-byte weights and gradients: Rajbhandari et al., ZeRO (2020), section 3.1",
};
