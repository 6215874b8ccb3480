// Returns a list whose length grows while it is written down.
// expected: too-large
class Growing extends Uint8Array { asked = 0; override get length() { this.asked += 1; return this.asked; } }
export const attack = () => new Growing(4);
