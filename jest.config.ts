import type { Config } from "jest";

const config: Config = {
  testEnvironment: "node",
  maxWorkers: "100%",
  roots: ["<rootDir>/reference", "<rootDir>/graders", "<rootDir>/scripts"],
  // Tests that start processes wait for a busy machine; none of them asserts a time.
  testTimeout: 60_000,
  // Each test file loads its modules anew, and lives for seconds with them.
  setupFiles: ["<rootDir>/graders/running/optimize-late.cjs"],
  // A test runs in a context of its own, where every look at a global costs a call: judging counts with these.
  sandboxInjectedGlobals: [
    "Array",
    "BigInt",
    "Float32Array",
    "JSON",
    "Map",
    "Math",
    "Number",
    "Object",
    "Set",
    "String",
  ],
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
