import { afterAll } from "bun:test";
import { join } from "node:path";

import { z } from "zod";

import type { startBrowser } from "../../storefront/testing/browser.ts";
import { eventually, freeOffset, startShop, temporaryFolder } from "../local/testing.ts";

const Inbox = z.object({ messages: z.array(z.object({ subject: z.string(), text: z.string() })) });

/** The whole shop, as the start command brings it up, on ports and in a folder of its own. */
export const openShop = async () => {
  const place = temporaryFolder();
  const dir = join(place.path, "shop");
  const offset = await freeOffset();
  const running = startShop({ dir, offset });
  afterAll(async () => {
    running.signal("SIGTERM");
    await running.exited;
    place.remove();
  }, 60_000);
  await running.says("Ctrl-C stops everything");

  const port = (usual: number) => usual + offset;
  const mailsTo = async (address: string) => {
    const inbox = `http://127.0.0.1:${port(1080)}/api/messages?to=${encodeURIComponent(address)}`;
    return Inbox.parse(await (await fetch(inbox)).json()).messages;
  };
  /** The link of the newest mail to an address that leads to a page. */
  const linkTo = async (address: string, page: "verify" | "reset" | "email") => {
    const links = async () =>
      (await mailsTo(address)).flatMap(({ text }) => text.match(/https?:\S+/g) ?? []);
    const isWanted = (link: string) => new URL(link).pathname.endsWith(`/${page}`);
    await eventually(async () => (await links()).some(isWanted), 20_000);
    return (await links()).find(isWanted) ?? "";
  };
  /** Waits for a service, named by its usual port, that is started again. */
  const isBack = (usual: number) =>
    eventually(async () => {
      const reply = await fetch(`http://127.0.0.1:${port(usual)}/readyz`).catch(() => undefined);
      return reply?.ok === true;
    });
  const origin = `http://localhost:${port(3000)}`;
  return { origin, dir, port, mailsTo, linkTo, isBack, said: running.said };
};
/** Opens a page of the shop as a visitor with a fresh profile. */
export type Visit = (options?: Parameters<Browser["visit"]>[1]) => ReturnType<Browser["visit"]>;
type Browser = Awaited<ReturnType<typeof startBrowser>>;
export type Shop = Awaited<ReturnType<typeof openShop>>;
