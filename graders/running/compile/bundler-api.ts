/** esbuild's own API, to make one file of several of ours; its one doorway. Students' code never passes through it. */
import { build, type Metafile } from "esbuild";

export { build, type Metafile };
