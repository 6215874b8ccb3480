// Looks for the runner's functions in stack traces.
// expected: value 0
export const attack = () => {
  Error.prepareStackTrace = (_: unknown, sites) => sites.map((site) => { try { return site.getFunction() ?? site.getThis(); } catch { return null; } });
  const found = new Error().stack as unknown[];
  return found.filter((one) => typeof one === "function" && one !== attack && /bounds|writeFrame|serve/.test(String(one))).length;
};
