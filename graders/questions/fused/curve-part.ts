/** The intensity curve of the fused model. */
import { makeCurvePart } from "../kit/roofline/curve";

export const curvePart = makeCurvePart({ id: "curve", points: "0.4", fused: true, question: "fused" });
