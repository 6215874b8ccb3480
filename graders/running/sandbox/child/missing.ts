/** What is said of an import that finds nothing. */

export function isRelative(specifier: string): boolean {
  return /^\.{1,2}(\/|$)/.test(specifier);
}

/** Data of a kind that is no code: "./numbers.csv". JSON is taken where it was handed in. */
const ofData = /\.(?:csv|tsv|txt|md|ya?ml|toml|xlsx?|npy|bin|html?|png|jpe?g|svg|wasm|py|ipynb)$/i;
/** Paths as other tools and systems write them: ".\lib", "/lib", "@/lib", "~/lib", "src/lib", "lib.ts". */
const ofOwnFile = /^(?:\.{0,2}\\|\/|[@~]\/|src\/)|\.[cm]?[jt]sx?$/i;

export function sayMissing(importer: string, specifier: string): string {
  const imports = `${importer} imports "${specifier}", `;
  if (isRelative(specifier) && ofData.test(specifier))
    return `${imports}but only .ts and .json files can be imported: put its contents into a .ts file`;
  if (isRelative(specifier)) return `${imports}but no such .ts file was handed in (links are not followed)`;
  const help = ofOwnFile.test(specifier) ? '; a file beside this one is imported as "./name"' : "";
  return `${imports}but a submission runs without packages: only its own .ts files and Node's own modules can be imported${help}`;
}
