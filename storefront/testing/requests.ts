import { get, type IncomingMessage } from "node:http";
import { connect } from "node:net";

import { hiddenFields } from "./form";

/** The session that an answer gave, as a browser sends it back. */
export const cookieOf = (reply: Response) =>
  reply.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";", 1).join(""))
    .find((cookie) => cookie.startsWith("sid="));

/** Requests that no browser would send, or that one without JavaScript would. */
export const requestsTo = (origin: string) => {
  const { host, port } = new URL(origin);
  /** One request exactly as it is written here; the status of its answer. */
  const raw = async (target: string, { method = "GET", name = host, more = "" } = {}) => {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const socket = connect(Number(port), "localhost");
    socket.setTimeout(5000, () => socket.destroy(new Error("no answer")));
    socket.once("error", reject);
    socket.once("data", (data) => {
      resolve(data.toString("latin1"));
      socket.destroy();
    });
    socket.write(
      `${method} ${target} HTTP/1.1\r\nHost: ${name}\r\nConnection: close\r\n${more}\r\n`,
    );
    return Number((await promise).split(" ")[1]);
  };

  /** From an address of this machine; a shop may trust one and not another. */
  const getFrom = async (localAddress: string, path: string, headers: Record<string, string>) => {
    const url = `http://127.0.0.1:${port}${path}`;
    const asked = get(url, { localAddress, headers: { ...headers, host } });
    const answered = Promise.withResolvers<IncomingMessage>();
    asked.once("response", answered.resolve).once("error", answered.reject);
    const reply = await answered.promise;
    reply.resume();
    return reply;
  };

  /** Sends the login form as a browser without JavaScript does. */
  const sendLogin = async (headers: Record<string, string>, next = "") => {
    const path = `${origin}/ko/login?next=${encodeURIComponent(next)}`;
    const html = await (await fetch(path)).text();
    const form = hiddenFields(html);
    form.append("email", "mina@example.com");
    form.append("password", "moon-jar-1280");
    return fetch(path, { method: "POST", body: form, headers, redirect: "manual" });
  };
  return { raw, getFrom, sendLogin };
};
