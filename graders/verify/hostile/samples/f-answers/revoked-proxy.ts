// Answers a proxy that is no longer one.
// expected: threw
export const attack = () => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy; };
