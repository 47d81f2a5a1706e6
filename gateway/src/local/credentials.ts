import { createHash, createPublicKey, type KeyObject } from "node:crypto";

type Consumer = {
  username: string;
  jwt_secrets: readonly { key: string; rsa_public_key: string }[];
};
/** Who holds a key, by the name (`kid`) that tokens give it. */
export type Credential = { name: string; key: KeyObject; consumerId: string; consumer: string };
export type Credentials = ReadonlyMap<string, Credential>;

const idOf = (username: string) => {
  const hex = createHash("sha256").update(username).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
};

export const createCredentials = (consumers: readonly Consumer[]): Credentials =>
  new Map(
    consumers.flatMap(({ username, jwt_secrets }) =>
      jwt_secrets.map(({ key, rsa_public_key }) => [
        key,
        {
          name: key,
          key: createPublicKey(rsa_public_key),
          consumerId: idOf(username),
          consumer: username,
        },
      ]),
    ),
  );
