// Writes an answer on its way out.
// expected: did-not-answer
process.on("exit", () => { const text = '{"value":42}'; const frame = Buffer.alloc(4 + text.length); frame.writeUInt32BE(text.length); frame.write(text, 4); });
export const attack = () => process.exit(0);
