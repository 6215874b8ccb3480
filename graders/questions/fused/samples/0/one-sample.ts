export const fusedOptimalBatchSize = (): number => 1;
