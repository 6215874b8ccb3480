// Answers an object that would say something else to JSON.
// expected: value {"macs":1}
export const attack = () => ({ macs: 1, toJSON: undefined as never, ...Object.create({ toJSON: () => 42 }) }) && Object.assign(Object.create({ toJSON: () => 42 }), { macs: 1 });
