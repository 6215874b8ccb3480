/** For tests: where the repository lies. */
import { dirname } from "node:path";

export const projectRoot = dirname(dirname(__dirname));
