// Never lets a timer run.
// expected: timed-out
export const attack = async () => { for (;;) await null; };
