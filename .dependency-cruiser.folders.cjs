/**
 * No circles of folders either: A may import from B or B from A. Apart from the other arrows, since tests and what they
 * share look at everything and would close circles that the product does not have.
 */
const { options } = require("./.dependency-cruiser.cjs");

module.exports = {
  forbidden: [
    { name: "no-circles-of-folders", severity: "error", scope: "folder", from: {}, to: { circular: true } },
  ],
  options: {
    ...options,
    exclude: { path: "\\.test\\.ts$|^(graders|reference)/testing/|^graders/.*/samples/" },
  },
};
