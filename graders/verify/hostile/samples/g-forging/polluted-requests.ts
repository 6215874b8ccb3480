// Makes every later request look like one to load the submission again, with better answers.
// expected: stopped
export const attack = () => { Object.assign(Object.prototype, { files: [["submission.ts", "exports.attack = () => 1; exports.honest = () => 1;"]], entry: "submission.ts" }); return false; };
