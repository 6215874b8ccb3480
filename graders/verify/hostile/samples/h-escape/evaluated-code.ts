// Evaluates code outside of its function.
// expected: stopped
export const attack = () => (0, eval)("typeof require") === "function" && (0, eval)("require('fs').readdirSync('/')").length > 0;
