// Has Node write a report, in a folder of the grader's, when memory runs out.
// expected: out-of-memory | did-not-answer | stopped | timed-out
export const attack = (t) => { Object.assign(process.report!, { directory: t.folder, reportOnFatalError: true, reportOnUncaughtException: true }); const all: unknown[] = []; for (;;) all.push(new Array(100_000).fill(1.5)); };
