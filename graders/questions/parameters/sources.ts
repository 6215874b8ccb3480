/** Where people meet these ways of counting, by reading or family of readings. */
import type { Sources } from "../kit/sources";

export const countSources: Sources = {
  "conv-and-linear-only":
    "FlopCo counts these layers only unless asked: https://github.com/juliagusak/flopco-pytorch",
  "v1-count":
    "Layer scale in place of GRN: Liu et al., A ConvNet for the 2020s (2022), against Woo et al., ConvNeXt V2 (2023)",
};

export const byteSources: Sources = {
  "object-size":
    "sys.getsizeof does not follow references: https://docs.python.org/3/library/sys.html#sys.getsizeof",
};
