// Ignores every signal it may ignore, and never ends.
// expected: timed-out
export const attack = () => { for (const name of ["SIGTERM", "SIGINT", "SIGHUP", "SIGQUIT", "SIGXCPU"]) process.on(name, () => {}); for (;;) {} };
