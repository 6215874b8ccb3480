// Answers characters that grow sixfold when written down.
// expected: too-large
export const attack = () => "\0".repeat(1_000_000);
