/** Where people meet these ways of counting, by reading or family of readings. */
import type { Sources } from "../kit/sources";

export const sources: Sources = {
  "kernel-minus-one":
    "Total padding of both sides for equal sizes: Zhang et al., Dive into Deep Learning, section 7.3",
  "equation-without-floor":
    "Dumoulin and Visin, A guide to convolution arithmetic for deep learning (2016), relationship 6 has the floor",
};
