import { systemClock, type Clock } from "@jangteo/shared/clock";
import type { Connected } from "@jangteo/shared/database";

import { createApp } from "./app.ts";
import { createCatalogue } from "./catalogue.ts";
import { createCourier } from "./courier.ts";
import { createPayments, createStock } from "./peers.ts";
import { createSaga } from "./saga.ts";
import { testGoods } from "./testing/goods.ts";
import {
  noWebhooks,
  ownDatabases,
  shop,
  testNeighbours,
  testSecret,
} from "./testing/neighbours.ts";
import { shopperOf } from "./testing/shopper.ts";

type Options = { clock?: Clock };

/** The order service on a database of its own, beside real product, payment and sandbox processes. */
export const testOrderService = async ({ clock = systemClock }: Options = {}) => {
  const databases = await ownDatabases();
  const { db } = databases.orders;
  const neighbours = await testNeighbours({ databases });
  const { issuer, product, payment } = neighbours;
  const { token, tokens } = issuer;
  const errors: string[] = [];
  const log = {
    info: () => {},
    warn: () => {},
    error: (message: string, fields?: object) =>
      void errors.push(JSON.stringify({ message, ...fields })),
  };
  const catalogue = createCatalogue({ url: product.url, token, clock });
  const stock = createStock({ url: product.url, token });
  const payments = createPayments({ url: payment.url, token });
  const parts = { db, stock, payments, clock, log, lease: 30_000 };
  const saga = createSaga(parts);
  const courier = createCourier(parts);
  const app = createApp({
    ...{ db, rules: tokens.rules, idempotencySecret: testSecret },
    ...{ clock, catalogue, saga, courier, shop, log, ...noWebhooks },
  });
  const goods = await testGoods(neighbours);
  /** How many units of a variant anybody may still buy. */
  const left = async (variant: string) =>
    (await catalogue.offersNow([variant])).get(variant)?.free ?? 0;
  return {
    left,
    ...{ ...neighbours, db, app, tokens, goods, saga, courier, catalogue, errors, payments, stock },
    /** Where its neighbours keep their books. */
    stores: { product: neighbours.goods.adminUrl, payment: neighbours.money.adminUrl },
    /** Somebody who shops: a guest, unless a member's id is given. */
    shopper: (member?: string) =>
      shopperOf({ ask: async (path, init) => app.request(path, init), tokens }, member),
  };
};

export type Statement = { text: string; parameters: unknown[] };

/** The statements that some work sends to the database. */
export const statementsOf = async (db: Connected, work: () => Promise<unknown>) => {
  const sent: Statement[] = [];
  const { options } = db.$client;
  options.debug = (_connection, text, parameters) => {
    if (!text.includes("pg_catalog.pg_type")) sent.push({ text, parameters });
  };
  try {
    await work();
  } finally {
    options.debug = false;
  }
  return sent;
};
