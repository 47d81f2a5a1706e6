import { expect, test } from "bun:test";

import { testWebhooks } from "../testing/webhooks.ts";

const shop = await testWebhooks();
const { receiver, names, send, path, subscribe, find, log, happen, deliver } = shop;

/** Where only the shop's own network, or nobody, is. */
const hidden = [
  ...["0.0.0.0", "10.0.0.1", "100.64.0.1", "127.0.0.2", "127.255.255.254", "169.254.169.254"],
  ...["172.16.0.1", "172.31.255.254", "192.0.0.192", "192.0.2.1", "192.168.1.1", "198.18.0.1"],
  ...["198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.250", "240.0.0.1"],
  ...["255.255.255.255", "100.100.100.200", "192.88.99.1"],
  ...["::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:a9fe:a9fe", "::7f00:1"],
  ...["64:ff9b::a00:1", "64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1", "2002:a00:1::1"],
  ...["fc00::1", "fd00:ec2::254", "fe80::1", "fec0::1", "ff02::1", "3fff::1", "5f00::1"],
];
const open = ["93.184.215.14", "172.32.0.1", "100.128.0.1", "2606:2800:21f:cb07::1"];
const asHost = (address: string) => (address.includes(":") ? `[${address}]` : address);

/** Subscribes to what does not happen here, so that nothing is sent to addresses of others. */
const add = async (url: string) => {
  const reply = await send("POST", path, { url, eventTypes: ["checkout.ended"] });
  const { errors } = (await reply.json()) as { errors?: { pointer: string; rule: string }[] };
  return [reply.status, errors?.[0]?.pointer, errors?.[0]?.rule];
};

test("no subscription goes to an address that is not public, however it is written", async () => {
  for (const address of hidden)
    expect([address, ...(await add(`https://${asHost(address)}/hook`))]).toEqual([
      ...[address, 400, "/url", "private"],
    ]);
  const written = ["0x7f.2", "2130706434", "0177.0.0.2", "127.2", "[::FFFF:7F00:2]"];
  for (const host of written)
    expect([host, ...(await add(`https://${host}/`))]).toEqual([host, 400, "/url", "private"]);
});

test("nor to a name that has such an address, alone or among others", async () => {
  for (const address of hidden) {
    names.set("inside.test", [address]);
    names.set("both.test", ["93.184.215.14", address]);
    for (const host of ["inside.test", "both.test"])
      expect([address, ...(await add(`https://${host}/`))]).toEqual([
        ...[address, 400, "/url", "private"],
      ]);
  }
});

test("public addresses may be subscribed, by https and without a password in the URL", async () => {
  for (const address of open) {
    names.set("shop.example", [address]);
    for (const host of [asHost(address), "shop.example"])
      expect([host, ...(await add(`https://${host}/hook`))]).toEqual([
        ...[host, 201, undefined, undefined],
      ]);
  }
  expect(await add("http://shop.example/")).toEqual([400, "/url", "scheme"]);
  expect(await add("https://mina:secret@shop.example/")).toEqual([400, "/url", "credentials"]);
  expect(await add("https://nowhere.example/")).toEqual([400, "/url", "unresolved"]);
  for (const url of ["ftp://shop.example/", "file:///etc/passwd", "/hook", "javascript:alert(1)"])
    expect((await add(url)).slice(0, 2)).toEqual([400, "/url"]);
});

test("a change of the URL is looked at as well", async () => {
  const { id } = await subscribe();
  const change = { url: "https://169.254.169.254/latest" };
  const reply = await send("PATCH", `${path}/${id}`, change, { "if-match": '"1"' });
  expect([reply.status, await reply.json()]).toMatchObject([
    400,
    { errors: [{ pointer: "/url" }] },
  ]);
  expect((await find(id)).version).toBe(1);
});

test("a name that turns to a private address later is not connected to", async () => {
  names.set("turns.test", ["93.184.215.14"]);
  const { id } = await subscribe({ url: `https://turns.test:${receiver.port}/turned` });
  names.set("turns.test", ["127.0.0.1"]);
  await happen();
  await deliver();
  expect(receiver.at("http://x/turned")).toEqual([]);
  expect((await log(id))[0]).toMatchObject({
    state: "pending",
    attempts: [{ status: null, error: "refused: must be at a public address" }],
  });
});

test("what is connected to is the address that was looked at, which DNS is not asked for again", async () => {
  const asked: string[] = [];
  names.set("receiver.test", ["127.0.0.1"]);
  const { resolve } = shop.targets;
  shop.targets.resolve = async (name) => {
    asked.push(name);
    return resolve(name);
  };
  const { url } = await subscribe({
    ...{ url: `http://receiver.test:${receiver.port}/named`, eventTypes: ["product.changed"] },
  });
  asked.length = 0;
  await happen("product.changed");
  await deliver();
  expect(asked).toEqual(["receiver.test"]);
  const [got] = receiver.at(url);
  expect(got?.headers.get("host")).toBe(`receiver.test:${receiver.port}`);
});
