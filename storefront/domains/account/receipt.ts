import "server-only";
import { z } from "zod";

import { seals } from "../../lib/server";

const Receipt = z.object({
  id: z.string(),
  erasedAt: z.string(),
  erased: z.array(z.string()),
  kept: z.array(z.string()),
});
export type Receipt = z.infer<typeof Receipt>;

/** The account is gone: only the browser can carry its receipt, which holds nothing personal. */
export const sealReceipt = (receipt: Receipt) =>
  seals().receipt.seal(JSON.stringify(Receipt.parse(receipt)), "");

export const openReceipt = (sealed: string | undefined) => {
  const plain = sealed === undefined ? undefined : seals().receipt.open(sealed, "");
  return plain === undefined ? undefined : Receipt.safeParse(JSON.parse(plain)).data;
};
