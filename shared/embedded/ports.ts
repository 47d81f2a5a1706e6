import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { connect, createServer } from "node:net";

const canListen = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () =>
      server.close(() => resolve(true)),
    );
  });

/** Whether something accepts connections on a port. */
export const answers = (port: number, host = "127.0.0.1"): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host });
    const settle = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(500, () => settle(false));
    socket.once("connect", () => settle(true));
    socket.once("error", () => settle(false));
  });

/** Free on 127.0.0.1, and nobody sits on ::1, where a browser looks first for "localhost". */
export const isFree = async (port: number): Promise<boolean> =>
  (await canListen(port)) && !(await answers(port, "::1"));

/** The preferred port when it is free, else any free one. */
export const freePort = async (preferred?: number): Promise<number> => {
  if (preferred && (await isFree(preferred))) return preferred;
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("port")),
      );
    });
  });
};

const listeningInodes = (port: number): Set<string> => {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  const rows = ["/proc/net/tcp", "/proc/net/tcp6"].flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .map((row) => row.trim().split(/\s+/)),
  );
  const ours = rows.filter(([, local, , state]) => local?.endsWith(suffix) && state === "0A");
  return new Set(ours.map((row) => `socket:[${row[9]}]`));
};

const opens = (pid: string, links: Set<string>): boolean => {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) =>
      links.has(readlinkSync(`/proc/${pid}/fd/${fd}`)),
    );
  } catch {
    return false;
  }
};

/** Who listens on a port, as far as this system tells: "name (pid 1)". */
export const holderOf = (port: number): string | undefined => {
  try {
    const links = listeningInodes(port);
    const pid = readdirSync("/proc").find((entry) => /^\d+$/.test(entry) && opens(entry, links));
    return pid && `${readFileSync(`/proc/${pid}/comm`, "utf8").trim()} (pid ${pid})`;
  } catch {
    return undefined;
  }
};
