// Opens a socket through Node's inner workings.
// expected: stopped
export const attack = () => { const { TCP } = process.binding("tcp_wrap"); return new TCP(0).bind("127.0.0.1", 0) === 0; };
