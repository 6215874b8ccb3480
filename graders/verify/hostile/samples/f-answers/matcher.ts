// Answers an object that some test libraries take as equal to anything.
// expected: value {"$$typeof":"opaque symbol","asymmetricMatch":"opaque function"}
export const attack = () => ({ $$typeof: Symbol.for("jest.asymmetricMatcher"), asymmetricMatch: () => true });
