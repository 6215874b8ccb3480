// Stops itself, so that it neither answers nor ends.
// expected: timed-out
export const attack = () => { process.kill(process.pid, "SIGSTOP"); return new Promise(() => {}); };
