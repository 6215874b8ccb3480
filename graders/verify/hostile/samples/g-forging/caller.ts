// Asks for the function that called it.
// expected: stopped
export function attack() { return typeof (attack as any).caller === "function" ? String((attack as any).caller).length > 0 : false; }
