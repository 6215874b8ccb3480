// Asks Node for a report on the process and the machine, in a file.
// expected: stopped
export const attack = () => { const name = process.report.writeReport("report.json"); return require("node:fs").existsSync(name); };
