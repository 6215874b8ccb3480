/** A sample: the starter as handed out, with nothing filled in. */
export const name = "Sample Student (starter)";

function notAnsweredYet(question: string): never {
  throw new Error(`${question}: not answered yet`);
}

export const nameBytes = () => notAnsweredYet("nameBytes");
export const padding = () => notAnsweredYet("padding");
export const standardConv = () => notAnsweredYet("standardConv");
export const depthwiseConv = () => notAnsweredYet("depthwiseConv");
export const batchNormFlops = () => notAnsweredYet("batchNormFlops");
export const preluFlops = () => notAnsweredYet("preluFlops");
export const softmaxFlops = () => notAnsweredYet("softmaxFlops");
export const modelFlops = () => notAnsweredYet("modelFlops");
export const modelBytes = () => notAnsweredYet("modelBytes");
export const boundBy = () => notAnsweredYet("boundBy");
export const intensityCurve = () => notAnsweredYet("intensityCurve");
export const intensityPlot = () => notAnsweredYet("intensityPlot");
export const optimalBatchSize = () => notAnsweredYet("optimalBatchSize");
export const fusedModelBytes = () => notAnsweredYet("fusedModelBytes");
export const fusedBoundBy = () => notAnsweredYet("fusedBoundBy");
export const fusedIntensityCurve = () => notAnsweredYet("fusedIntensityCurve");
export const fusedOptimalBatchSize = () => notAnsweredYet("fusedOptimalBatchSize");
export const modelMemory = () => notAnsweredYet("modelMemory");
export const forwardMemory = () => notAnsweredYet("forwardMemory");
export const adamMemory = () => notAnsweredYet("adamMemory");
export const maxBatchSize = () => notAnsweredYet("maxBatchSize");
export const checkEstimate = () => notAnsweredYet("checkEstimate");
