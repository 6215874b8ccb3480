/** The desk on this machine alone: addresses, headers and who may ask. The one doorway to hono. */

import { serve } from "@hono/node-server";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { getCookie, setCookie } from "hono/cookie";
import { secureHeaders } from "hono/secure-headers";
import { mebibyte } from "../../../reference/byte-sizes";
import { GraderFault, UsageError } from "../../contract/faults";
import { describeError } from "../../contract/thrown";
import type { Assets } from "./assets";
import type { Desk, DeskAnswer } from "./desk";
import { type Gate, isSameSecret, refuseSender, type Session } from "./gate";

/** Nothing of it is reached from another machine. */
const hostname = "127.0.0.1";
/** A whole class ticked, and a long comment. */
const longestFormBytes = mebibyte;

export interface OpenedServer {
  /** "127.0.0.1:4711" */
  readonly address: string;
  close(): Promise<void>;
}

export interface ServerSetup {
  readonly desk: Desk;
  readonly gate: Gate;
  readonly assets: Assets;
  /** 0 for any that is free. */
  readonly port: number;
  /** A browser came in, and its link is used up. */
  readonly onEnter: () => void;
}

interface Known {
  readonly Variables: { session: Session };
}

/** @throws UsageError when the port is taken */
export async function openServer(setup: ServerSetup): Promise<OpenedServer> {
  let address = "";
  const app = createApp(setup, () => address);
  const server = serve({ fetch: app.fetch, hostname, port: setup.port });
  await new Promise<void>((resolve, reject) => {
    server.once("listening", resolve);
    server.once("error", (error) =>
      reject(new UsageError(`--port ${setup.port}: ${describeError(error)}; choose another one`)),
    );
  });
  const place = server.address();
  if (place === null || typeof place === "string")
    throw new GraderFault("the desk: expected an address, got none");
  address = `${hostname}:${place.port}`;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      if ("closeAllConnections" in server) server.closeAllConnections();
    });
  return { address, close };
}

function createApp({ desk, gate, assets, onEnter }: ServerSetup, getAddress: () => string): Hono<Known> {
  const app = new Hono<Known>();
  app.use(describeLimits());
  app.use(refuseOthers(getAddress));
  // Cookies know no port: the name keeps two desks of one person apart.
  const cookieOf = () => `ridgepoint-desk-${getAddress().split(":")[1]}`;
  app.get("/enter", (context) => {
    const session = gate.enter(context.req.query("token") ?? "");
    if (session === null) return context.text(usedLink, 403);
    setCookie(context, cookieOf(), session.id, { httpOnly: true, sameSite: "Strict", path: "/" });
    onEnter();
    return context.redirect("/", 303);
  });
  app.use(async (context, next) => {
    const session = gate.find(getCookie(context, cookieOf()));
    if (session === null) return context.text(usedLink, 403);
    context.set("session", session);
    return next();
  });
  app.get("/desk.css", (context) => context.body(assets.stylesheet, 200, { "content-type": "text/css" }));
  app.get("/desk.js", (context) => context.body(assets.script, 200, { "content-type": "text/javascript" }));
  app.get("/", async (context) =>
    send(context, await desk.show(context.get("session"), new URL(context.req.url).searchParams)),
  );
  app.use(bodyLimit({ maxSize: longestFormBytes, onError: (context) => context.text("too much", 413) }));
  for (const [path, act] of Object.entries(desk.acts)) {
    // A page that was refused stands at this address, and may be opened again.
    app.get(path, (context) => context.redirect("/", 303));
    app.post(path, async (context) => {
      const session = context.get("session");
      const form = await readForm(context);
      if (form === null || !isSameSecret(session.formToken, form.get("token") ?? ""))
        return context.text("expected a form of this desk's own pages", 403);
      return send(context, await act(session, form));
    });
  }
  app.notFound((context) => context.text("nothing here", 404));
  app.onError((error, context) => context.text(describeError(error), 500));
  return app;
}

const usedLink = "This link was used, or is none. The terminal shows one that lets a browser in.";

function describeLimits(): MiddlewareHandler {
  const headers = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      scriptSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
      requireTrustedTypesFor: ["'script'"],
    },
    // With "no-referrer" a browser would not say where a form comes from.
    referrerPolicy: "same-origin",
    xFrameOptions: "DENY",
    crossOriginOpenerPolicy: "same-origin",
    crossOriginResourcePolicy: "same-origin",
    strictTransportSecurity: false,
  });
  return async (context, next) => {
    await headers(context, next);
    context.header("cache-control", "no-store");
  };
}

function refuseOthers(getAddress: () => string): MiddlewareHandler {
  return async (context, next) => {
    const { req } = context;
    const sender = {
      method: req.method,
      host: req.header("host"),
      origin: req.header("origin"),
      fetchSite: req.header("sec-fetch-site"),
    };
    const because = refuseSender(sender, getAddress());
    return because === null ? next() : context.text(because, 403);
  };
}

async function readForm(context: Context): Promise<URLSearchParams | null> {
  const type = context.req.header("content-type") ?? "";
  if (type.split(";")[0]?.trim() !== "application/x-www-form-urlencoded") return null;
  return new URLSearchParams(await context.req.text());
}

function send(context: Context, answer: DeskAnswer): Response {
  switch (answer.kind) {
    case "page":
      return context.html(answer.html, answer.status);
    case "redirect":
      return context.redirect(answer.to, 303);
  }
}
