export const fusedOptimalBatchSize = (): number => 64;
