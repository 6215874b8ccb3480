// Answers half a character.
// expected: value "\ud800"
export const attack = () => "\ud800";
