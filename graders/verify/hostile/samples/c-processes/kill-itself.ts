// Ends itself by the strongest signal.
// expected: did-not-answer
export const attack = () => { process.kill(process.pid, "SIGKILL"); return true; };
