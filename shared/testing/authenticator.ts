import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";

type Cbor = number | string | Uint8Array | Map<number | string, Cbor>;

const head = (major: number, value: number) => {
  if (value < 24) return Buffer.from([(major << 5) | value]);
  return value < 256
    ? Buffer.from([(major << 5) | 24, value])
    : Buffer.from([(major << 5) | 25, value >> 8, value & 255]);
};

/** The little of CBOR (RFC 8949) that WebAuthn needs. */
const cbor = (value: Cbor): Buffer => {
  if (typeof value === "number") return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === "string") return Buffer.concat([head(3, value.length), Buffer.from(value)]);
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value]);
  const entries = [...value].flatMap(([key, held]) => [cbor(key), cbor(held)]);
  return Buffer.concat([head(5, value.size), ...entries]);
};

const sha256 = (data: string | Uint8Array) => createHash("sha256").update(data).digest();
const flags = { present: 1, verified: 4, credential: 64 };

type Options = {
  /** The site that the person believes to be on. */
  origin: string;
  /** Whether it asks for a finger or a PIN. */
  verifies?: boolean;
  /** Whether it counts its signatures, as keys of metal do. */
  counts?: boolean;
};
type Creation = { challenge: string; user: { id: string } };

/** A passkey in software (WebAuthn Level 3, ES256, attestation "none"). */
export const softAuthenticator = ({ origin, verifies = true, counts = true }: Options) => {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const rawId = randomBytes(32);
  const id = rawId.toString("base64url");
  const held = { counter: 0, userHandle: randomBytes(16).toString("base64url") };

  const clientData = (type: string, challenge: string, from: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: from, crossOrigin: false }));
  const authData = (extra: number, ...rest: Uint8Array[]) => {
    if (counts) held.counter += 1;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(held.counter);
    const said = flags.present | (verifies ? flags.verified : 0) | extra;
    const rpIdHash = sha256(new URL(origin).hostname);
    return Buffer.concat([rpIdHash, Buffer.from([said]), counter, ...rest]);
  };
  const coordinate = (name: "x" | "y") =>
    Buffer.from(publicKey.export({ format: "jwk" })[name] ?? "", "base64url");
  const shape = { id, rawId: id, type: "public-key" as const, clientExtensionResults: {} };

  return {
    id,
    /** Sets the signature counter, as a copy of the key would have it. */
    rewind: (counter: number) => {
      held.counter = counter;
    },
    /** What `navigator.credentials.create` answers, as JSON. */
    create: ({ challenge, user }: Creation) => {
      held.userHandle = user.id;
      const cose = cbor(
        new Map<number, Cbor>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, coordinate("x")],
          [-3, coordinate("y")],
        ]),
      );
      const length = Buffer.from([0, rawId.length]);
      const data = authData(flags.credential, Buffer.alloc(16), length, rawId, cose);
      const attestation = new Map<string, Cbor>([
        ["fmt", "none"],
        ["attStmt", new Map()],
        ["authData", data],
      ]);
      return {
        ...shape,
        response: {
          clientDataJSON: clientData("webauthn.create", challenge, origin).toString("base64url"),
          attestationObject: cbor(attestation).toString("base64url"),
          transports: ["internal"],
        },
      };
    },
    /** What `navigator.credentials.get` answers, as JSON; `from` is the page that asks. */
    get: ({ challenge }: { challenge: string }, { from = origin, as = held.userHandle } = {}) => {
      const client = clientData("webauthn.get", challenge, from);
      const data = authData(0);
      const signature = sign("sha256", Buffer.concat([data, sha256(client)]), privateKey);
      return {
        ...shape,
        response: {
          clientDataJSON: client.toString("base64url"),
          authenticatorData: data.toString("base64url"),
          signature: signature.toString("base64url"),
          userHandle: as,
        },
      };
    },
  };
};
export type SoftAuthenticator = ReturnType<typeof softAuthenticator>;
