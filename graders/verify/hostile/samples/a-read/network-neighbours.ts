// Lists the machine's network addresses.
// expected: stopped
// held by: namespaces
import { networkInterfaces } from "node:os";
export const attack = () => Object.values(networkInterfaces()).flat().some((one) => one?.internal === false);
