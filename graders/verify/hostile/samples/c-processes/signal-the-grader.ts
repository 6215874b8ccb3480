// Signals the process that grades it (a harmless signal, with the same permission as a deadly one).
// expected: stopped
export const attack = (t) => [process.ppid, t.pid].some((pid) => { try { return pid > 1 && process.kill(pid, "SIGCONT"); } catch { return false; } });
