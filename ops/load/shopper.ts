import { patience, Refused } from "./purchase.ts";
import { requireLoopback } from "./send.ts";

const unescaped = (text: string) => text.replaceAll("&quot;", '"').replaceAll("&amp;", "&");

/** The unseen fields of the form in a page's main part, as a browser without JavaScript sends them. */
const hiddenFieldsOf = (html: string) => {
  const form = new FormData();
  const main = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
  const hidden = /<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g;
  for (const [, name = "", value = ""] of main.matchAll(hidden))
    form.append(name, unescaped(value));
  return form;
};

type Sent = { method?: string; body?: string | FormData; headers?: Record<string, string> };

/** Somebody at a browser of their own: cookies are kept, and every answer is read to its end. */
export const shopperAt = (origin: string, address: string) => {
  requireLoopback(origin);
  const token = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("base64url");
  const cookies = new Map([["gid", token]]);
  const done = { requests: 0 };

  const send = async (step: string, path: string, { headers, ...sent }: Sent = {}) => {
    done.requests += 1;
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const reply = await fetch(new URL(path, origin), {
      ...sent,
      headers: { ...headers, cookie, origin, "x-forwarded-for": address },
      redirect: "manual",
      signal: AbortSignal.timeout(patience),
    });
    for (const line of reply.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "") cookies.delete(name);
      else cookies.set(name, value);
    }
    const text = await reply.text();
    if (reply.status >= 400) throw new Refused(step, reply.status);
    return { status: reply.status, text, location: reply.headers.get("location") };
  };

  /** Opens a page, and the one it leads on to. */
  const open = async (step: string, path: string) => {
    const { text, location } = await send(step, path);
    return location === null ? text : (await send(step, location)).text;
  };
  /** Fills in the form of a page and sends it; a form that comes back filled in was refused. */
  const submit = async (step: string, path: string, fields: Record<string, string>) => {
    const body = hiddenFieldsOf(await open(step, path));
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    return send(step, path, { method: "POST", body });
  };
  /** Asks the shop's own API, as its scripts do. */
  const call = async (step: string, path: string, body?: unknown, method = "POST") => {
    const headers = {
      ...{ "x-csrf": "1", "content-type": "application/json", "x-currency": "KRW" },
      ...{ "accept-language": "ko", "idempotency-key": crypto.randomUUID() },
    };
    const carried = body === undefined ? {} : { body: JSON.stringify(body) };
    const { text } = await send(step, `/api${path}`, { method, headers, ...carried });
    return text === "" ? null : JSON.parse(text);
  };
  return { origin, open, submit, call, requests: () => done.requests };
};
export type Shopper = ReturnType<typeof shopperAt>;
