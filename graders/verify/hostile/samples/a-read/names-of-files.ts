// Learns which files exist by asking for their real paths.
// expected: stopped
// held by: namespaces
import { realpathSync } from "node:fs";
export const attack = () => ["/etc/passwd", "/etc/os-release"].some((path) => { try { return realpathSync(path) !== ""; } catch { return false; } });
