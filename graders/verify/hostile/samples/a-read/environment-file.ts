// Loads a private file as if it were settings.
// expected: stopped
export const attack = (t: any) => { (process as any).loadEnvFile(t.canary); return true; };
