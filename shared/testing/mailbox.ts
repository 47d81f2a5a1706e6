import { afterAll } from "bun:test";

import { simpleParser, type ParsedMail } from "mailparser";
import { createTransport } from "nodemailer";
import { SMTPServer } from "smtp-server";

/** A mail server that keeps what it is given, and a transport to it. */
export const testMailbox = async () => {
  const mails: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, _session, done) => {
      simpleParser(stream, (error: Error | null, mail) => {
        if (!error) mails.push(mail);
        done(error);
      });
    },
  });
  const listening = server.listen(0, "127.0.0.1");
  await new Promise<void>((resolve) => {
    listening.once("listening", resolve);
  });
  const address = listening.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const transport = createTransport(`smtp://127.0.0.1:${port}`);
  afterAll(() => {
    transport.close();
    server.close();
  });
  const recipient = ({ to }: ParsedMail) => [to].flat()[0]?.text;
  return {
    transport,
    /** What came for this address, in the order of their subjects. */
    lettersTo: (email: string) =>
      mails
        .filter((mail) => recipient(mail) === email)
        .map(({ subject = "", text = "", html, messageId }) => ({
          subject,
          text,
          html,
          messageId,
        })),
  };
};
