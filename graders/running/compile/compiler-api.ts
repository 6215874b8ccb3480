/** TypeScript's own API, for syntax and types; its one doorway. Nothing is compiled to run here. */
import ts from "typescript";

export { ts };
