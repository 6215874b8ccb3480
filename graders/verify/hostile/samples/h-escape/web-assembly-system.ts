// Opens the file system through WebAssembly's system interface.
// expected: stopped
import { WASI } from "node:wasi";
export const attack = () => { const wasi = new WASI({ version: "preview1", preopens: { "/": "/" } }); return wasi.wasiImport !== undefined && require("node:fs").readdirSync("/").length > 0; };
