// Loads a private file as if it were settings.
// expected: stopped
export const attack = (t) => { process.loadEnvFile(t.canary); return true; };
