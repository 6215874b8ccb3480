// Signals every process of the grader's group.
// expected: stopped
export const attack = (t) => process.kill(-t.pid, 0);
