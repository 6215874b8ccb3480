import type { Config } from "jest";

const config: Config = {
  testEnvironment: "node",
  roots: ["<rootDir>/reference", "<rootDir>/graders", "<rootDir>/scripts"],
  testMatch: ["**/*.test.ts"],
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      {
        jsc: { parser: { syntax: "typescript" }, target: "es2022" },
        // `import()` must stay a real import: it is the only way to load the ESM-only execa from CommonJS.
        module: { type: "commonjs", ignoreDynamic: true },
      },
    ],
  },
};

export default config;
