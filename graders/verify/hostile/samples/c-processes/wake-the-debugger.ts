// Asks Node to open a debugger in the grader.
// expected: stopped
export const attack = (t: any) => { (process as any)._debugProcess(t.pid); return true; };
