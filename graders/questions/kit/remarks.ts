/** What a student's remark speaks of, in the languages that students write in. Generous: a remark only ever helps. */
import { isOrder, isRealExplanation } from "../../contract/explanation";
import { rememberTexts } from "../../contract/remember";

/** Words begin at `at`; a word's middle says something else (German "verteilt", Russian "определено"). */
const wordsFrom = (at: string): RegExp => new RegExp(`(?<!\\p{L})(?:${at})`, "iu");

/** Who says that nothing is known gives no reason, and who draws lots no better one. Random inputs are another matter. */
const denialWords = [
  "no (?:idea|clue|reason)|(?:don['’]?t|do not) know|not sure why|(?:just|a|wild) guess|guessed|sorry|nonsense",
  "did(?: not|n['’]?t) bother|(?:not|n['’]t) (?:understood|understand)|no understanding",
  "whatever(?=[^\\p{L}\\p{N}]*$|[.,;!])|at random(?=[^\\p{L}\\p{N}]*$)",
  "random(?:ly)? (?:guess|pick|cho|answer)\\w*|(?:guess|pick|cho|answer|took|typed)\\w* (?:\\w{1,20} ){0,3}(?:at )?random(?:ly)?",
  "keine ahnung|weiß (?:ich )?(?:es )?nicht|geraten|aucune idée|sais pas|ni idea|no sé|adivin\\w*",
  "non (?:lo )?so|indovin\\w*|n[ãa]o sei|chut(?:ei|ando)|nie wiem|zgad\\w*|weet (?:het |ik )?niet|gegokt",
].join("|");
const denial = new RegExp(
  `(?<!\\p{L})(?:${denialWords})(?!\\p{L})|(?<!\\p{L})(?:не знаю|наугад|угада)|不知道|不懂|不明白|猜|わからない|分からない|知らない|当てずっぽう|모르|추측`,
  "iu",
);

/** What is said stands in so many characters; some patterns cost the square of what they are given. */
const mostRead = 8000;

const readShort = (read: (text: string) => boolean): ((text: string) => boolean) =>
  rememberTexts((text) => read(text.slice(0, mostRead)));

const sentenceEnds = /(?<=[.!?])\s+|(?<=[。！？])|\n+/;
const lastSigns = 40;
const question = /[?？][^\p{L}\p{N}]*$/u;

const isQuestion = (sentence: string): boolean => question.test(sentence.slice(-lastSigns));

const negationWords = [
  "not|cannot|never|no|none|nothing|neither|nor|without|nobody|hardly|rather than|instead of",
  "nicht|nichts|kein\\p{L}*|nie|niemals|ohne|weder|statt|ne|pas|jamais|rien|sans|aucun\\p{L}*|ni",
  "nunca|jamás|nada|ning[uú]n\\p{L}*|sin|non|mai|senza|nessun\\p{L}*|n[ãa]o|sem|nenhum\\p{L}*",
  "niet|geen|nooit|zonder|bez|żad\\p{L}*|не|нет|без|никогда",
].join("|");
const negation = new RegExp(
  `(?<!\\p{L})(?:${negationWords})(?!\\p{L})|n['’]t(?!\\p{L})|(?<!\\p{L})n['’](?=\\p{L})|[不没沒未無无非]|ない|ません|않|없`,
  "iu",
);
const clauseEnds =
  /(?<!\p{N}),|,(?!\p{N})|[;:()，、；：]|\s[-–—]\s|(?<!\p{L})(?:but|because|although|though|while|sondern|aber|weil|denn|mais|car|parce que|sino|pero|porque|perché|maar|omdat|ale|но|потому)(?!\p{L})/iu;

/** What a sentence says of something, without its clauses that say what is not so. */
function readAffirmed(sentence: string): string {
  if (!negation.test(sentence)) return sentence;
  return sentence
    .split(clauseEnds)
    .filter((one) => !negation.test(one))
    .join(", ");
}

/** A remark is a sentence of its own that says so: no question, nobody's denial of knowing anything, and not the opposite. */
export function remark(says: (sentence: string) => boolean): (text: string) => boolean {
  return readShort((text) =>
    text.split(sentenceEnds).some((one) => !isQuestion(one) && !denial.test(one) && says(readAffirmed(one))),
  );
}

/** Scripts and signs that have no beginnings of words. */
const roundingAnywhere = /四[舍捨]五入|約|近似|丸め|반올림|≈/i;
const roundingWords = wordsFrom(
  "round|approx|arrond|redond|arrotond|avrund|afgerond|zaokr|przybli|okol|округл|приблиз|yuvarla|(?:auf|ab)?(?:ge)?rund(?:e|et|en|ung)?(?!\\p{L})",
);
/** Words that say so of a number, and other things elsewhere. */
const nearNumber = wordsFrom(
  "nearest|about|roughly|signific|signifik|d[eé][cz]imal|mill?i[oó]n|milhões|nachkomma|environ(?!\\p{L})|circa|etwa|ungefähr",
);
const nearNumberAnywhere = /约|~|\d\s*M\b/;
const scale = /\d|\p{N}|mill?i[oó]|thousand|tausend|mille|hundred/iu;

/** That a number was rounded. */
export const saysRounded = remark(
  (one) =>
    roundingAnywhere.test(one) ||
    roundingWords.test(one) ||
    (scale.test(one) && (nearNumber.test(one) || nearNumberAnywhere.test(one))),
);

const divisionAnywhere = /÷|除(?!了)|割|나[누눗눈]/i;
const divisionWords = wordsFrom(
  "divi(?:d(?!ends?(?!\\p{L})|e[- ]and[- ])|[sz])|quotient|cociente|quoziente|dziel|böl|(?:ge)?teil(?:en|t|ung)(?!\\p{L})|ge(?:deeld)|del(?:en|ing)(?!\\p{L})|(?:по|раз)?дел(?:ен|ит)",
);
const costWords = wordsFrom(
  "one(?!\\p{L})|single|cost|count|flop|operation|ein(?:e|en|er|zige)?(?!\\p{L})|kost|zähl|une?(?!\\p{L})|coût|compt|opération|seul|un[ao]?(?!\\p{L})|cuent|cuest|operación|conta|cust|operaç|één|telt|koszt|licz|один|одн|счита|операц",
);

/** One that is a cost: no article of the division itself, and nothing that is taken off. */
const oneAnywhere = /(?<![\p{N}.,]|[-−–]\s?|minus )1(?![\p{N}.,]\p{N})|一|하나/u;
const oneWords = wordsFrom(
  "(?:one|single|ein(?:e|en|er|s|zige)?|une?|seule?|un[ao]|één|jeden|один|одн\\p{L}*)(?!\\p{L})(?!\\s+(?:divi|quot|cocient|teil|dziel|дел))",
);
/** What else a division may cost. */
const otherNumber =
  /(?<![\p{N}.,])(?:[2-9]|[1-9]\p{N}+)(?!\p{N})|四|(?<!\p{L})(?:two|three|four|zwei|drei|vier|deux|trois|quatre|dos|tres|cuatro|quattro|quatro)(?!\p{L})/iu;

/** That there is a division, and what it is taken for: nothing else than one. */
export const saysDivision = remark((one) => {
  if (!divisionAnywhere.test(one) && !divisionWords.test(one)) return false;
  if (oneAnywhere.test(one) || oneWords.test(one)) return true;
  return costWords.test(one) && !otherNumber.test(one);
});

/** Quantities of the assignment, and how one bears on another, by the beginnings of their words. */
const quantityWords = wordsFrom(
  [
    "memor|bandwi|throughput|ridge|roofline|intensit|comput|arithm|flops?|macs?(?!\\p{L})|gflop|tflop|bytes?|[kmgt]i?b(?!\\p{L})|peak|satur|batch|sampl|latenc|utili[sz]|occup|paralle|cache|kernel|tensor|weight|param|activat|gradient|moment|optimi[sz]|adam|buffer|alloc|fragment|workspace|scratch|overhead|temporar|backward|forward|epsilon|eps(?!\\p{L})|round|input|output|layer|vram|ram(?!\\p{L})|gpus?(?!\\p{L})",
    "speicher|bandbreite|durchsatz|rechen|intensität|auslast|gewicht|aktivier|zwischen|gerundet|puffer|schicht|stapel|spitze|größe|mémoire|bande|débit|calcul|poids|taille|lot(?!\\p{L})|couche|crête|arrond|optimiseur|ancho|pesos|tamaño|lote|capa|gradiente|cálculo|peso|tamanho|banda|memoria|memória|geheugen|bandbreedte|gewicht|pamięć|pamięci|przepust|wag[aiu]|param|память|памят|пропуск|вычисл|градиент|вес",
  ].join("|"),
);
const quantitiesAnywhere =
  /内存|显存|帶寬|带宽|帯域|メモリ|計算|计算|批|バッチ|权重|重み|激活|活性|梯度|勾配|메모리|대역폭|배치|\d\s*(?:%|[kmgt]i?b\b|flops?\b|ms\b)/iu;

/** How one quantity bears on another. */
const relationWords = wordsFrom(
  "bound|limit|satur|grow|larger|smaller|faster|slower|reach|exceed|increas|decreas|dominat|amorti|constant|proportion|begrenz|wächst|größer|kleiner|schneller|langsamer|erreich|überst|limit|croît|augment|diminu|dépass|atteint|crece|supera|alcanz|aument",
);
const relationsAnywhere = /[=≈<>≤≥∝]|限|增|减|減|大于|小于|超|达到|増|超え|이상|초과/u;
const fewestQuantities = 2;

/** That a text names something of the assignment: two quantities, or one and how it bears on something. */
export function namesQuantity(text: string): boolean {
  const list = (one: RegExp): readonly string[] =>
    [...text.matchAll(new RegExp(one.source, "giu"))].map(([word]) => word.toLowerCase());
  const words = list(quantityWords);
  // A number with its unit is one quantity, not two.
  const others = list(quantitiesAnywhere).filter((one) => !words.some((word) => one.endsWith(word)));
  const named = new Set([...words, ...others]);
  const isRelated = relationWords.test(text) || relationsAnywhere.test(text);
  return named.size >= (isRelated ? 1 : fewestQuantities);
}

/** Small words of sentences, in languages with blanks between them: a list of terms has none. */
const small = new Set(
  "the a an is are was be because so since as than more less most of at and or but if to from by with for in on it its this that which when where only then also after above below beyond until no not we i they der die das den dem ist sind weil da denn und oder aber wenn von bei mit für im am zu nur nicht es wird werden le la les un une est sont car que qui plus moins de du des et ou mais si par pour dans ne pas el los las es son porque y o pero con por il lo gli è sono perché che e di um o os as é são porque het een zijn omdat en w z na jest są bo że nie i в на и не что это потому так как от до".split(
    " ",
  ),
);

/** Scripts without blanks between words have small words as well: a list of terms has none. */
const smallAnywhere = /[是为為的了在会會不因当當被比更就都和与與]|[はがのをにでもと]|[은는이가을를의에서]/gu;
const fewestSmall = 2;
/** A formula calculates with something that has a name. */
const fewestNames = 2;

function isSentence(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const count = (isMeant: (word: string) => boolean): number => new Set(words.filter(isMeant)).size;
  return (
    count((word) => small.has(word)) >= fewestSmall ||
    new Set(text.match(smallAnywhere)).size >= fewestSmall ||
    (/[=≈<>≤≥]/.test(text) && count(() => true) >= fewestNames)
  );
}

/** A reason that may be paid for without a person: own sentences about something that the question knows. */
export const isReason = readShort((text) => {
  if (denial.test(text) || isOrder(text)) return false;
  const said = text.split(sentenceEnds).filter((one) => !isQuestion(one));
  return isRealExplanation(said.join(" ")) && namesQuantity(said.join(" ")) && isSentence(said.join(" "));
});

/** How something looks over the batch size. */
const shapeWords = wordsFrom(
  "flat|constant|independ|depend|proportion|linear|grow|increas|decreas|fall|drop|ris(?:e|ing)|satur|chang|vari|the same|stay|cancel|plat|indépend|dépend|croît|croiss|augment|diminu|baisse|rest|annul|flach|konstant|unabhäng|abhäng|wächst|wachs|steig|fällt|sink|gleich|kürz|crece|disminu|plan[oa]|aument|diminui|cost[ae]nt",
);
const shapeAnywhere = /[∝]|平|恒|不变|不變|一定|比例|增|减|減|常数|変わ|比例|일정|비례|변하/u;

/** A reason for the shape of a curve: it says something of that. */
export const isShapeReason = readShort(
  (text) => isReason(text) && (shapeWords.test(text) || shapeAnywhere.test(text)),
);
