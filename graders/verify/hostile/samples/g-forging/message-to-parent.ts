// Sends messages through Node's own channel.
// expected: value 1
export const attack = () => { (process as any).send?.({ value: 42 }); process.emit("message" as any, { value: 42 } as any); return 1; };
