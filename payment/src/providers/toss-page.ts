import { createHash } from "node:crypto";

import { formatMoney } from "@jangteo/shared/money";

import type { Page, Purchase } from "./provider.ts";

const words = {
  ko: { title: "결제", pay: "결제창 열기", back: "가게로 돌아가기" },
  en: { title: "Payment", pay: "Open the payment window", back: "Back to the shop" },
} as const;

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (text: string) => text.replaceAll(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

const style = `:root{color-scheme:light dark}body{font:16px/1.6 system-ui,sans-serif;min-height:100svh;margin:0;display:grid;place-items:center;word-break:keep-all}
main{display:grid;gap:14px;padding:28px;text-align:center}h1,p{margin:0}h1{font-size:18px}p{font-size:28px;font-weight:650}
button{font:inherit;font-weight:600;min-height:48px;padding:0 20px;border-radius:10px;border:0;background:#0064ff;color:#fff;cursor:pointer}`;

/** Opens Toss's window at once; whoever closes it may open it again, or go back. */
const script = `const {clientKey,returnUrl,...request}=JSON.parse(document.getElementById("request").textContent);
const open=()=>TossPayments(clientKey).payment({customerKey:TossPayments.ANONYMOUS}).requestPayment(request).catch(()=>{});
document.getElementById("pay").addEventListener("click",open);open();`;

const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const toss = "https://*.tosspayments.com https://*.toss.im";
const policy = [
  "default-src 'none'",
  `script-src https://js.tosspayments.com ${hashOf(script)}`,
  // The window brings its own styles.
  "style-src 'unsafe-inline'",
  `connect-src ${toss}`,
  `frame-src ${toss}`,
  `img-src ${toss} data:`,
  `form-action ${toss}`,
  "base-uri 'none'; frame-ancestors 'none'",
].join("; ");

type Given = Purchase & { clientKey: string; orderId: string };

/** The page that opens Toss's payment window (JavaScript SDK, version 2). */
export const tossPage = (given: Given): Page => {
  const { clientKey, orderId, amount, currency, description, email, language, returnUrl } = given;
  const say = words[language];
  const request = JSON.stringify({
    ...{ clientKey, returnUrl, method: "CARD", orderId, orderName: description },
    ...{ amount: { currency, value: amount }, customerEmail: email },
    ...{ successUrl: returnUrl, failUrl: returnUrl },
  }).replaceAll("<", String.raw`\u003c`);
  const html = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${say.title}</title><style>${style}</style></head><body><main><h1>${escape(description)}</h1><p>${escape(formatMoney({ amount, currency }, language))}</p><button id="pay" type="button">${say.pay}</button><a href="${escape(returnUrl)}">${say.back}</a></main><script type="application/json" id="request">${request}</script><script src="https://js.tosspayments.com/v2/standard"></script><script>${script}</script></body></html>`;
  return { html, policy };
};
