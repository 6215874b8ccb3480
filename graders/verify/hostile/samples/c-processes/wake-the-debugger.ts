// Asks Node to open a debugger in the grader.
// expected: stopped
export const attack = (t) => { process._debugProcess(t.pid); return true; };
