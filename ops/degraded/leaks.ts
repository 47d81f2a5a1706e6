import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import type { Shop } from "../e2e/shop.ts";
import { demoMembers } from "../local/demo-members.ts";
import { secretsOf } from "./visitor.ts";

const printed: readonly string[] = demoMembers.map(({ password }) => password);
/** What looks like an access token, a refresh token, a key's private part, a login in a header. */
const shapes = [
  /eyJ[\w-]{10,}\.[\w-]{10,}/,
  /\bv1\.[\w-]{10,}\.[\w-]{10,}/,
  /"d":"/,
  /Basic [\w+/]{20}/,
];

/** Where in the logs of a shop, and in what its start said, something stands that nobody may read there. */
export const leaksOf = (shop: Shop, used: ReadonlySet<string>): string[] => {
  const secrets = [...used, ...Object.values(secretsOf(shop))].filter(({ length }) => length >= 8);
  const folder = join(shop.dir, "logs");
  const logs = readdirSync(folder).map((name) => ({
    name,
    text: readFileSync(join(folder, name), "utf8"),
  }));
  // The start command names the demo accounts with their passwords; that is what they are for.
  const said = printed.reduce((text, password) => text.replaceAll(password, ""), shop.said());
  return [...logs, { name: "start", text: said }].flatMap(({ name, text }) => [
    ...secrets.filter((secret) => text.includes(secret)).map((s) => `${name}: ${s.slice(0, 12)}…`),
    ...shapes.filter((shape) => shape.test(text)).map((shape) => `${name}: ${shape.source}`),
  ]);
};
