import { setTimeout as pause } from "node:timers/promises";

import postgres from "postgres";

/** The accounts that the start command names when it is done. */
export const demoMembers = [
  { email: "mina@jangteo.example", password: "moon-jar-1280", name: "김미나", language: "ko" },
  { email: "james@jangteo.example", password: "tea-bowl-38", name: "James Cole", language: "en" },
] as const;

export type Doors = { authUrl: string; memberUrl: string; mailUrl: string; clientSecret: string };
type Shop = Doors & { databaseUrl: string };

const PATIENCE_MS = 30_000;

const unknownMembers = async (databaseUrl: string) => {
  const sql = postgres(databaseUrl, { max: 1 });
  const known = await sql<{ email: string }[]>`select email from member.members`;
  await sql.end({ timeout: 1 });
  return demoMembers.filter(({ email }) => !known.some((row) => row.email === email));
};

export const post = async (
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
  method = "POST",
) => {
  const response = await fetch(url, {
    method,
    headers: { "content-type": "application/json", ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(10_000),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url} answered ${response.status}: ${text}`);
  return text;
};

const guestToken = async ({ authUrl, clientSecret }: Doors): Promise<string> => {
  const basic = Buffer.from(`storefront:${clientSecret}`).toString("base64");
  const answer = await post(
    `${authUrl}/v1/guest-tokens`,
    { guestId: crypto.randomUUID() },
    { authorization: `Basic ${basic}` },
  );
  const { access_token: token }: { access_token: string } = JSON.parse(answer);
  return token;
};

/** The token of the newest mail to an address, once it came. */
export const mailedToken = async (mailUrl: string, email: string): Promise<string> => {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const answer = await fetch(`${mailUrl}/api/messages?to=${encodeURIComponent(email)}`);
    const { messages }: { messages: { text: string }[] } = JSON.parse(await answer.text());
    const token = messages[0]?.text.match(/(?<![\w-])[\w-]{43}(?![\w-])/)?.[0];
    if (token) return token;
    await pause(50);
  }
  throw new Error(`No mail came for ${email}`);
};

type NewMember = { email: string; password: string; name: string; language: string };

/** Signs people up the way anybody does: by a mail and its link. */
export const signUp = async (shop: Doors, people: readonly NewMember[]): Promise<void> => {
  const authorization = `Bearer ${await guestToken(shop)}`;
  await Promise.all(
    people.map(async (person) => {
      const key = { "idempotency-key": crypto.randomUUID() };
      await post(`${shop.memberUrl}/v1/members`, person, { authorization, ...key });
      const token = await mailedToken(shop.mailUrl, person.email);
      await post(`${shop.memberUrl}/v1/members/verifications`, { token });
    }),
  );
};

/** Signs up the demo members who are not there yet. */
export const seedMembers = async (shop: Shop): Promise<void> => {
  const missing = await unknownMembers(shop.databaseUrl);
  if (missing.length > 0) await signUp(shop, missing);
};
