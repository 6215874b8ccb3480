// Reads the disk itself.
// expected: stopped
import { readdirSync, openSync } from "node:fs";
export const attack = () => ["/dev/sda", "/dev/vda", "/dev/nvme0n1", "/dev/mem"].some((path) => { try { return openSync(path, "r") > 0; } catch { return false; } });
