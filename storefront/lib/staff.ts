import "server-only";
import { type Api, serviceFetch } from "@jangteo/shared/client";
import { hc } from "hono/client";

import { env } from "./env";
import { bearerOf, told, withBearer } from "./members";
import type { Visitor } from "./visitor";

const deadline = 8000;

const staffApi = (headers: Record<string, string>) =>
  hc<
    | Api<typeof import("@jangteo/product/contract")>
    | Api<typeof import("@jangteo/order/contract")>
    | Api<typeof import("@jangteo/member/contract")>
  >(env.gatewayUrl, {
    headers,
    fetch: serviceFetch(deadline),
  }).v1;
/** What the services let staff read and write. */
export type Staff = ReturnType<typeof staffApi>;

type Status = { status: number; headers: Pick<Headers, "get"> };

export const asStaff = <T extends Status>(
  who: Visitor,
  call: (staff: Staff) => Promise<T>,
  { reading = false } = {},
) => withBearer(bearerOf(who, reading), (token) => call(staffApi(told(who, token))));
