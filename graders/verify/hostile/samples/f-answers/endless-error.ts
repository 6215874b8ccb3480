// Throws an error whose message never ends.
// expected: timed-out
export const attack = () => { throw { get message() { for (;;) {} } }; };
