/** Who may come in: a link works once, then a cookie stands for the browser and a second secret for its forms. */
import { randomBytes, timingSafeEqual } from "node:crypto";

export interface Session {
  readonly id: string;
  /** In every form of this browser's pages; no other site can know it. */
  readonly formToken: string;
  /** How its person signs. */
  by: string;
  /** Ids of the marks of each decision that can be taken back, the latest last. */
  readonly taken: { readonly marks: readonly string[]; readonly says: string }[];
  /** Said once, on the next page. */
  notice: string | null;
}

export interface Gate {
  /** A secret that lets one browser in, once. */
  issueToken(): string;
  /** Null for what was never issued, or was used already. */
  enter(token: string): Session | null;
  find(id: string | undefined): Session | null;
}

export function createGate(by: string): Gate {
  const tokens: string[] = [];
  const sessions = new Map<string, Session>();
  return {
    issueToken: () => {
      const token = makeSecret();
      tokens.push(token);
      return token;
    },
    enter: (token) => {
      const at = tokens.findIndex((one) => isSameSecret(one, token));
      if (at < 0) return null;
      tokens.splice(at, 1);
      const session = { id: makeSecret(), formToken: makeSecret(), by, taken: [], notice: null };
      sessions.set(session.id, session);
      return session;
    },
    find: (id) => sessions.get(id ?? "") ?? null,
  };
}

export function isSameSecret(expected: string, came: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(came)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function makeSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What a request says of where it comes from. */
export interface Sender {
  readonly method: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** Of the browser: "same-origin", "none" for a typed address. */
  readonly fetchSite: string | undefined;
}

/**
 * Why a request is not answered, or null. Another name for this machine is another site; a form of another site, or of
 * none, decides nothing.
 *
 * @param address "127.0.0.1:4711"
 */
export function refuseSender({ method, host, origin, fetchSite }: Sender, address: string): string | null {
  if (host !== address) return `expected the host ${address}`;
  const isOwn = origin === `http://${address}`;
  if (method === "GET") return origin === undefined || isOwn ? null : "expected no other site";
  if (method !== "POST") return "expected GET or POST";
  if (!isOwn) return "expected a form of this desk";
  return fetchSite === undefined || fetchSite === "same-origin" ? null : "expected a form of this desk";
}
