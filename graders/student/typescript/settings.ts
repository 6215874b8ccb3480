/** How a submission's types are checked, in the words of a tsconfig.json. */

/** What the starter's tsconfig.json says as well, so that an editor shows the same mistakes. */
export const compilerSettings = {
  target: "es2022",
  lib: ["es2023"],
  module: "preserve",
  moduleResolution: "bundler",
  allowImportingTsExtensions: true,
  strict: true,
  noImplicitAny: false,
  types: ["node"],
  skipLibCheck: true,
  noEmit: true,
} as const;
