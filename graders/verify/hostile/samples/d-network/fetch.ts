// Fetches a page.
// expected: stopped
// held by: namespaces
export const attack = (t) => fetch(`http://127.0.0.1:${t.port}/`).then(() => true, (error) => { if (error.cause?.code !== "UND_ERR_SOCKET" && error.cause?.code !== "ECONNRESET") throw error; return true; });
