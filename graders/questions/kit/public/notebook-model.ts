/** The model of the notebook's Task 5, as every statement about it says. */
import type { PReLULinear } from "../../../contract/value";

export const notebookModel: PReLULinear = { inFeatures: 64, outFeatures: 32 };
