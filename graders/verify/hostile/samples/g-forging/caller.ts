// Asks for the function that called it.
// expected: stopped
export function attack() { return typeof attack.caller === "function" ? String(attack.caller).length > 0 : false; }
