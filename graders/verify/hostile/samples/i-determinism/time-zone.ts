// Answers by the time zone and the locale.
// expected: same
export const attack = () => [new Date(0).toString(), new Date(2020, 6, 1).getTimezoneOffset(), Intl.DateTimeFormat().resolvedOptions().timeZone, (1234.5).toLocaleString()];
