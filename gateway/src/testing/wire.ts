import { connect } from "node:net";

export type Sent = {
  method?: string;
  path?: string;
  host?: string;
  headers?: readonly (readonly [name: string, value: string])[];
  body?: string | Buffer;
  /** An address of this machine to send from. */
  from?: string;
};
export type Received = {
  status: number;
  headers: ReadonlyMap<string, readonly string[]>;
  header: (name: string) => string | undefined;
  body: string;
};

const unchunk = (text: string): string => {
  const [whole, size = "0"] = /^([0-9a-f]+)\r\n/i.exec(text) ?? [];
  const length = Number.parseInt(size, 16);
  if (whole === undefined || length === 0) return "";
  const start = whole.length;
  return text.slice(start, start + length) + unchunk(text.slice(start + length + 2));
};

const read = (text: string): Received => {
  const [, answer = ""] = /^(?:HTTP\/1\.1 1\d\d [^\r]*\r\n\r\n)*(.*)$/s.exec(text) ?? [];
  const end = answer.indexOf("\r\n\r\n");
  const [first = "", ...lines] = answer.slice(0, end).split("\r\n");
  const headers = new Map<string, string[]>();
  for (const line of lines) {
    const [, name = "", value = ""] = /^([^:]*):\s*(.*)$/.exec(line) ?? [];
    headers.set(name.toLowerCase(), [...(headers.get(name.toLowerCase()) ?? []), value]);
  }
  const body = Buffer.from(answer.slice(end + 4), "latin1").toString("utf8");
  const header = (name: string) => headers.get(name)?.[0];
  return {
    status: Number(first.split(" ")[1] ?? 0),
    headers,
    header,
    body: header("transfer-encoding") === "chunked" ? unchunk(body) : body,
  };
};

/** Sends bytes as they are and reads until the connection ends. `fetch` would mend what is under test. */
export const sendBytes = (url: string, bytes: string | Buffer, localAddress?: string) =>
  new Promise<Received>((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const chunks: Buffer[] = [];
    const socket = connect({
      host: hostname,
      port: Number(port || 80),
      ...(localAddress && { localAddress }),
    });
    const finish = () => resolve(read(Buffer.concat(chunks).toString("latin1")));
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.once("close", finish);
    socket.on("error", (error) => (chunks.length > 0 ? finish() : reject(error)));
    socket.write(bytes);
  });

export const send = (
  url: string,
  { method = "GET", path = "/", host, headers = [], body, from }: Sent,
) => {
  const given = new Set(headers.map(([name]) => name.toLowerCase()));
  const defaults: [string, string][] = [
    ["Host", host ?? "gateway"],
    ["Connection", "close"],
    ...(body === undefined ? [] : [["Content-Length", String(Buffer.byteLength(body))] as const]),
  ].filter(([name = ""]) => !given.has(name.toLowerCase())) as [string, string][];
  const lines = [...defaults, ...headers].map(([name, value]) => `${name}: ${value}\r\n`);
  const head = Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join("")}\r\n`, "latin1");
  return sendBytes(url, Buffer.concat([head, Buffer.from(body ?? "")]), from);
};
