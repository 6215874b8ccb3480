// Has ordinary objects look on: Node asks one for an error behind every write, that of the runner's answers among them.
// expected: does-not-load | value 0
let looks = 0;
const lookOn = { configurable: true, get() { looks += 1; return undefined; }, set() {} };
for (const name of ["errno", "error", "code", "syscall"]) Object.defineProperty(Object.prototype, name, lookOn);
export const attack = () => looks;
