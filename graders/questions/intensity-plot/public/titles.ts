/** What the title of an axis names, in the languages that students write in. Generous: "b" and "AI" are names, too. */

/** Words that stand anywhere, as in "Batchgröße", and beginnings of words that elsewhere say something else. */
const batch =
  /batch|größe|groesse|批|バッチ|サンプル|样本|樣本|배치|batč|батч|(?<!\p{L})(?:(?:b|n|bs|lots?)(?!\p{L})|sampl|size|rows?(?!\p{L})|inputs?(?!\p{L})|examples?(?!\p{L})|stapel|beispiel|anzahl|taille|échantillon|tamañ|tamanh|lote|muestra|amostra|dimension[ei]|lott[oi]|campion|rozmiar|wielkość|parti|wsad|размер|пакет|yığın|boyut|velikost|dávk|storlek|størrelse)/iu;
const intensity =
  /intens|intenz|интенсив|强度|強度|강도|flop|byte|octet|roofline|arit[hm]|арифм|算|(?<!\p{L})(?:(?:ai|oi|i|ops?)(?!\p{L})|operat|opérat|operac|yoğunluk|rechen)/iu;

/** Whether one title is that of a batch size, and the other, in other words, that of an arithmetic intensity. */
export function areTitlesOf(batchTitle: string, intensityTitle: string): boolean {
  return batch.test(batchTitle) && intensity.test(intensityTitle) && batchTitle !== intensityTitle;
}
