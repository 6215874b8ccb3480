// Asks for Node's inner workings.
// expected: stopped
export const attack = () => { const fs = process.binding("fs"); return typeof fs.open === "function" && fs.open("/etc/passwd", 0, 0o666, undefined, {}) >= 0; };
