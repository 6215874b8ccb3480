// Starts a program through Node's inner workings.
// expected: stopped
export const attack = () => { const { Process } = process.binding("process_wrap"); return new Process().spawn({ file: "/bin/true", args: ["true"], stdio: [] }) === 0; };
