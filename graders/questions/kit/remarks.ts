/** What a student's remark speaks of, in the languages that students write in. Generous: a remark only ever helps. */

/** Words begin at `at`; a word's middle says something else (German "verteilt", Russian "определено"). */
const wordsFrom = (at: string): RegExp => new RegExp(`(?<!\\p{L})(?:${at})`, "iu");

const roundingAnywhere =
  /round|approx|nearest|about|roughly|signific|signifik|d[eé][cz]imal|mill?i[oó]n|milhões|nachkomma|arrond|redond|arrotond|avrund|afgerond|zaokr|przybli|okol|округл|приблиз|四[舍捨]五入|约|約|近似|丸め|반올림|yuvarla|≈|~|\d\s*M\b/i;
const roundingWords = wordsFrom(
  "(?:auf|ab)?(?:ge)?rund(?:e|et|en|ung)?(?!\\p{L})|environ|circa|etwa|ungefähr",
);

/** That a number was rounded. */
export const saysRounded = (text: string): boolean => roundingAnywhere.test(text) || roundingWords.test(text);

const divisionAnywhere = /divi[dsz]|quotient|cociente|quoziente|÷|除(?!了)|割|나[누눗눈]|dziel|böl/i;
const divisionWords = wordsFrom(
  "(?:ge)?teil(?:en|t|ung)(?!\\p{L})|ge(?:deeld)|del(?:en|ing)(?!\\p{L})|(?:по|раз)?дел(?:ен|ит)",
);

/** That there is a division. */
export const saysDivision = (text: string): boolean =>
  divisionAnywhere.test(text) || divisionWords.test(text);
