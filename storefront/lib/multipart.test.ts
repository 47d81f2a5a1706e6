import { expect, test } from "bun:test";

import fc from "fast-check";

import { openForm } from "./multipart";

/** A form as a browser sends it, in pieces of a few bytes. */
const sent = async (form: FormData, size: number) => {
  const whole = new Request("http://shop.test", { method: "POST", body: form });
  // Bun forgets the type of a form once its body was read.
  const headers = { "content-type": whole.headers.get("content-type") ?? "" };
  const bytes = new Uint8Array(await whole.arrayBuffer());
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
    bytes.slice(at * size, (at + 1) * size),
  );
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      const piece = pieces.shift();
      if (piece) controller.enqueue(piece);
      else controller.close();
    },
  });
  return new Request("http://shop.test", { method: "POST", headers, body });
};

test("a file comes out as it went in, however it is cut, with the fields before it", async () => {
  const content = fc.array(fc.constantFrom("\r\n", "--", "\r\n--", "한글", ",", "-", "a"));
  await fc.assert(
    fc.asyncProperty(content, fc.integer({ min: 1, max: 40 }), async (parts, size) => {
      const form = new FormData();
      form.set("mode", "rows");
      form.set("file", new File([parts.join("")], "p.csv"));
      const opened = await openForm(await sent(form, size));
      expect(opened?.fields).toEqual({ mode: "rows" });
      expect(await new Response(opened?.file).text()).toBe(parts.join(""));
    }),
    { numRuns: 60 },
  );
});

test("a file is passed on while it is still being sent", async () => {
  const head = '--b\r\nContent-Disposition: form-data; name="file"; filename="p.csv"\r\n\r\n';
  const row = "x".repeat(64 * 1024);
  const state = { sent: 0 };
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      controller.enqueue(new TextEncoder().encode(state.sent === 0 ? head : row));
      state.sent += 1;
    },
  });
  const headers = { "content-type": "multipart/form-data; boundary=b" };
  const form = await openForm(new Request("http://shop.test", { method: "POST", headers, body }));
  const reader = form?.file.getReader();
  const first = await reader?.read();
  expect(first?.value?.length).toBeGreaterThan(0);
  expect(state.sent).toBeLessThan(20);
  await reader?.cancel();
});

test("a form whose file nobody wants to its end is read to its end, not broken off", async () => {
  const head = '--b\r\nContent-Disposition: form-data; name="file"; filename="p.csv"\r\n\r\n';
  const state = { left: 50, isBroken: false };
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      state.left -= 1;
      if (state.left === 0) controller.close();
      else controller.enqueue(new TextEncoder().encode(state.left === 49 ? head : "x".repeat(999)));
    },
    cancel: () => void (state.isBroken = true),
  });
  const headers = { "content-type": "multipart/form-data; boundary=b" };
  const form = await openForm(new Request("http://shop.test", { method: "POST", headers, body }));
  await form?.file.cancel();
  await form?.rest();
  expect(state).toEqual({ left: 0, isBroken: false });
});

test.each([
  ["no form at all", "text/csv", "a,b"],
  ["no boundary", "multipart/form-data", "--b\r\n"],
  ["another boundary", "multipart/form-data; boundary=b", "--c\r\n"],
  [
    "no file",
    "multipart/form-data; boundary=b",
    '--b\r\nContent-Disposition: form-data; name="mode"\r\n\r\nall\r\n--b--\r\n',
  ],
  [
    "a file that was not chosen",
    "multipart/form-data; boundary=b",
    '--b\r\nContent-Disposition: form-data; name="file"; filename=""\r\n\r\n\r\n--b--\r\n',
  ],
  ["an endless head", "multipart/form-data; boundary=b", `--b\r\n${"x".repeat(100_000)}`],
])("%s is refused", async (_what, type, body) => {
  const headers = { "content-type": type };
  const request = new Request("http://shop.test", { method: "POST", headers, body });
  expect(await openForm(request)).toBeUndefined();
});
