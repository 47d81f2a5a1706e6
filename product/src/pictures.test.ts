import { expect, test } from "bun:test";

import sharp from "sharp";

import type { Media } from "./contract.ts";
import { both, testProductService } from "./testing.ts";
import { named, testStaff } from "./testing/staff.ts";

const service = await testProductService();
const { app, asStaff, staff } = service;
const { change, sell, shown } = await testStaff(service);

const create = { width: 200, height: 200, channels: 3 as const, background: "#8aab9b" };
const form = new FormData();
const photo = await sharp({ create }).jpeg().toBuffer();
form.set("file", new File([new Uint8Array(photo)], "photo.jpg", { type: "image/jpeg" }));
const sent = await app.request("/v1/media", { method: "POST", headers: asStaff, body: form });
const { file } = (await sent.json()) as Media;

const picture = { file, view: "main", alt: both("A bowl") };
const glaze = { ...named("glaze"), values: [named("celadon"), named("ash")] };
const size = { ...named("size"), values: [named("small")] };
const celadon = { option: "glaze", value: "celadon" };
const ash = { option: "glaze", value: "ash" };
const small = { option: "size", value: "small" };

const put = ({ id }: { id: string }, version: number, pictures: object[]) =>
  staff("PUT", `/v1/products/${id}/pictures`, { pictures }, { "if-match": `"${version}"` });
const selections = async (slug: string) =>
  (await shown(slug)).pictures.map(({ selection }) => selection);

test("what a picture shows of the options stays with it until somebody says otherwise", async () => {
  const product = await sell({ options: [glaze] });
  const kept = async (one: object, version: number) => {
    expect((await put(product, version, [one])).status).toBe(200);
    return selections(product.slug);
  };
  expect(await kept({ ...picture, selection: [celadon] }, product.version)).toEqual([[celadon]]);
  expect(await kept(picture, product.version + 1)).toEqual([[celadon]]);
  expect(await kept({ ...picture, selection: [] }, product.version + 2)).toEqual([undefined]);
});

test("a picture of what cannot be chosen is refused, by the option that is wrong", async () => {
  const product = await sell({ options: [glaze] });
  for (const wrong of [small, { option: "glaze", value: "gold" }]) {
    const pictures = [picture, { ...picture, selection: [wrong] }];
    const reply = await put(product, product.version, pictures);
    const { errors } = (await reply.json()) as { errors: unknown };
    expect([reply.status, errors]).toMatchObject([
      400,
      [{ pointer: `/pictures/1/selection/${wrong.option}`, rule: "unknown" }],
    ]);
  }
  expect(await selections(product.slug)).toEqual([]);
});

test("a picture of a choice that is no more shows the rest of what it showed", async () => {
  const product = await sell({ options: [glaze, size] });
  const pictures = [[small, celadon], [small, ash], [ash]].map((selection) => ({
    ...{ ...picture, selection },
  }));
  expect((await put(product, product.version, pictures)).status).toBe(200);
  const fewer = { ...glaze, values: [named("celadon")] };
  const after = { id: product.id, version: product.version + 1 };
  expect((await change(after, { options: [fewer, size] })).status).toBe(200);
  expect(await selections(product.slug)).toEqual([[small, celadon], [small], undefined]);
});
