import type { Config } from "jest";

const config: Config = {
  testEnvironment: "node",
  maxWorkers: "100%",
  roots: ["<rootDir>/reference", "<rootDir>/graders", "<rootDir>/scripts"],
  // Tests that start processes wait for a busy machine; none of them asserts a time.
  testTimeout: 60_000,
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
