/** What pages draw of the fused kernel for the notebook's model. */
export { shownFusedCurve as shows } from "../../kit/public/shown-roofline";
