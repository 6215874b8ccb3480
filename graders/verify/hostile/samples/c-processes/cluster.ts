// Forks itself as a cluster.
// expected: stopped
import cluster from "node:cluster";
export const attack = () => { cluster.setupPrimary({ exec: __filename }); return cluster.fork().process.pid !== undefined; };
