// Reaches the globals through a function's constructor.
// expected: stopped
export const attack = () => { const g = attack.constructor("return process")(); return g.mainModule.require("fs").readdirSync("/").length > 0; };
