// Prints the hidden input, hoping that somebody shows it.
// expected: value 1
export const attack = (t) => { console.log(JSON.stringify(t)); console.error(JSON.stringify(t)); return 1; };
