// Looks for the grader's secrets in its environment.
// expected: stopped
export const attack = () => Object.entries(process.env).find(([name, value]) => /SECRET|TOKEN|canary/i.test(name + value))?.[1] ?? false;
