import { once } from "node:events";
import type { Readable } from "node:stream";

import { simpleParser, type AddressObject } from "mailparser";
import { SMTPServer } from "smtp-server";

import { inboxPage, type Message } from "./mail-page.ts";

const KEPT = 200;
const host = process.env["HOST"] ?? "127.0.0.1";
const smtpPort = Number(process.env["SMTP_PORT"] ?? 1025);
const port = Number(process.env["PORT"] ?? 1080);

const messages: Message[] = [];

const addressesOf = (given: AddressObject | AddressObject[] | undefined): string[] =>
  [given ?? []]
    .flat()
    .flatMap(({ value }) => value)
    .flatMap(({ address }) => address ?? []);

const keep = async (source: Readable, recipients: string[]): Promise<void> => {
  const mail = await simpleParser(source);
  messages.unshift({
    id: crypto.randomUUID(),
    to: recipients,
    from: addressesOf(mail.from)[0] ?? "",
    subject: mail.subject ?? "",
    date: new Date().toISOString(),
    text: mail.text ?? "",
    html: mail.html || null,
  });
  messages.length = Math.min(messages.length, KEPT);
};

const receive = async (
  source: Readable,
  recipients: string[],
  done: (error?: Error) => void,
): Promise<void> => {
  try {
    await keep(source, recipients);
    done();
  } catch (error) {
    done(error instanceof Error ? error : new Error(String(error)));
  }
};

const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS", "AUTH"],
  size: 5_000_000,
  onData: (stream, session, done) => {
    const recipients = session.envelope.rcptTo.map(({ address }) => address);
    void receive(stream, recipients, done);
  },
});

const html = (body: string, policy: string) =>
  new Response(body, {
    headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": policy },
  });

// A mail may not run scripts nor load anything; its links open beside the inbox.
const MAIL_POLICY =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";
const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; frame-src 'self'; connect-src 'self'";

const answer = (request: Request): Response => {
  const { hostname, pathname, searchParams } = new URL(request.url);
  // A foreign name that points here belongs to a page that wants to read the mail.
  if (!["localhost", "127.0.0.1", "[::1]"].includes(hostname)) {
    return new Response("Use localhost.\n", { status: 421 });
  }
  const to = searchParams.get("to")?.toLowerCase();
  const found = messages.filter((mail) => !to || mail.to.some((each) => each.toLowerCase() === to));
  if (pathname === "/api/messages") return Response.json({ messages: found });
  const shown = found.find(({ id }) => id === searchParams.get("id"));
  if (pathname === "/") return html(inboxPage(found, shown ?? found[0]), PAGE_POLICY);
  if (pathname !== "/html" || !shown?.html) return new Response("Not found\n", { status: 404 });
  return html(`<base target="_blank">${shown.html}`, MAIL_POLICY);
};

smtp.listen(smtpPort, host);
await once(smtp.server, "listening");
const server = Bun.serve({ hostname: host, port, fetch: answer });

process.once("SIGTERM", () => {
  smtp.close(() => process.exit(0));
  void server.stop(true);
});
