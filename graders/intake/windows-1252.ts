/** Text as editors and spreadsheets of Windows wrote it before UTF-8. Pure. */

/** At 0x80 and above; blanks where nothing is. Elsewhere it is Latin-1. */
const upper = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";
const start = 0x80;

/** By hand: the TextDecoder of some versions of Node takes Latin-1 for it, which has control characters there. */
export function decodeWindows1252(bytes: Buffer): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += pieceBytes)
    pieces.push(decodePiece(bytes.subarray(at, at + pieceBytes)));
  return pieces.join("");
}

/** The engine keeps a list of all that a pattern finds, and ends the process where that is too long. */
const pieceBytes = 65_536;

function decodePiece(bytes: Buffer): string {
  return bytes.toString("latin1").replace(/\p{Cc}/gu, (one) => {
    const meant = upper[one.charCodeAt(0) - start] ?? " ";
    return meant === " " ? one : meant;
  });
}
