import { expect, test } from "bun:test";

import { cookieFor, readCookie, setCookie } from "./cookies";
import { newHandle } from "./handle";

/** As auth mints it for a family of four on one browser: an id, and a mark for each account. */
const mark = () => `.fru~${newHandle().slice(0, 22)}`;
const device = `d1.${newHandle().slice(0, 22)}${mark()}${mark()}${mark()}${mark()}`;
const held = { session: newHandle(), guest: newHandle(), device };
type Held = keyof typeof held;
const names: Held[] = ["session", "guest", "device"];

test("all that a browser sends along stays under 400 bytes, so nothing is ever cut in chunks", () => {
  const cookies = names.map((name) => cookieFor(name, held[name], true));
  const header = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  expect(header.length).toBeLessThan(400);
  for (const name of names) expect(readCookie(header, name, true)).toBe(held[name]);
});

test("over TLS the browser holds the names to their promises; the plain names are not believed there", () => {
  for (const name of names) {
    const plain = cookieFor(name, held[name], false);
    expect(readCookie(`${plain.name}=${plain.value}`, name, true)).toBeUndefined();
    const line = setCookie(cookieFor(name, held[name], true));
    expect(line).toStartWith("__Host-Http-");
    for (const part of ["Path=/", "HttpOnly", "Secure"]) expect(line).toContain(part);
    expect(line).not.toContain("Domain");
  }
  expect(setCookie(cookieFor("device", device, true))).toContain("SameSite=Strict");
});

test("two cookies of one name are no cookie", () => {
  const { name, value } = cookieFor("session", held.session, true);
  expect(readCookie(`${name}=${value}; ${name}=${newHandle()}`, "session", true)).toBeUndefined();
});
