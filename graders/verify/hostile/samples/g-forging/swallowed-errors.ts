// Swallows every error, its own included.
// expected: did-not-answer | timed-out
process.on("uncaughtException", () => {}); process.on("unhandledRejection", () => {});
export const attack = () => new Promise(() => setTimeout(() => { throw new Error("swallowed"); }, 1));
