/** What is said of an import that finds nothing. */

export function isRelative(specifier: string): boolean {
  return /^\.{1,2}(\/|$)/.test(specifier);
}

export function sayMissing(importer: string, specifier: string): string {
  return isRelative(specifier)
    ? `${importer} imports "${specifier}", but no such .ts file was handed in (links are not followed)`
    : `${importer} imports "${specifier}", but a submission runs without packages: ` +
        "only its own .ts files and Node's own modules can be imported";
}
