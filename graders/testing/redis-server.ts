/** For tests: a Redis of their own, from the system's redis-server, on a socket in a folder. */
import { spawn } from "node:child_process";
import { join } from "node:path";

export interface RedisServer {
  /** As for a queue. */
  readonly address: string;
  stop(): Promise<void>;
}

/** Keeps nothing on disk. @param folder one with a short path */
export async function startRedis(folder: string): Promise<RedisServer> {
  const address = join(folder, "redis.sock");
  const flags = ["--port", "0", "--unixsocket", address, "--save", "", "--appendonly", "no", "--dir", folder];
  const server = spawn("redis-server", flags, { stdio: ["ignore", "pipe", "ignore"] });
  const ended = new Promise<void>((resolve) => server.once("close", () => resolve()));
  await new Promise<void>((resolve, reject) => {
    let said = "";
    server.stdout.on("data", (chunk: Buffer) => {
      said += chunk;
      if (said.includes("eady to accept connections")) resolve();
    });
    server.once("error", reject);
    server.once("close", () => reject(new Error(`redis-server ended: ${said}`)));
  });
  return {
    address,
    stop: async () => {
      server.kill("SIGKILL");
      await ended;
    },
  };
}
