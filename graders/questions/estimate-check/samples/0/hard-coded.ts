// The numbers of the notebook.
export const checkEstimate = () => ({ actualBytes: 3959742924, relativeError: 0.0628 });
