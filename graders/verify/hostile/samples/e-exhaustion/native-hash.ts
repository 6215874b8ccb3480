// Spins inside a native function that cannot be interrupted.
// expected: timed-out
import { pbkdf2Sync } from "node:crypto";
export const attack = () => pbkdf2Sync("x", "y", 2_000_000_000, 64, "sha512").length;
