// Sends messages through Node's own channel.
// expected: value 1
export const attack = () => { process.send?.({ value: 42 }); process.emit("message", { value: 42 }); return 1; };
