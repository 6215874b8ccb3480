// Right for the empty name, and for no other.
export function nameBytes() {
  const nBytes = 977923228312;
  return { nBytes, nKB: nBytes / 1024, nMB: nBytes / 1024 ** 2 };
}
