import { createHash } from "node:crypto";

import { formatMoney } from "@jangteo/shared/money";

import { testNumbers } from "./cards.ts";
import type { Charge } from "./charge.ts";
import { words } from "./words.ts";

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (text: string) => text.replaceAll(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

const style = `
:root { color-scheme: light dark; --ink: light-dark(#1f1b16, #ece6dc); --faint: light-dark(#62594d, #aaa193);
  --paper: light-dark(#f4efe6, #171512); --card: light-dark(#fffdf9, #221f1b); --line: light-dark(#d9d0c0, #443e36);
  --accent: light-dark(#2f5d50, #8fc7b5); --on-accent: light-dark(#ffffff, #10231d); --wrong: light-dark(#a4262c, #f1a39a) }
* { box-sizing: border-box; margin: 0 }
body { font: 16px/1.55 system-ui, "Apple SD Gothic Neo", "Noto Sans KR", sans-serif; word-break: keep-all;
  background: var(--paper); color: var(--ink); min-height: 100svh; display: grid; place-items: center; padding: 20px }
main { width: min(100%, 26rem); background: var(--card); border: 1px solid var(--line); border-radius: 18px; padding: 28px;
  display: grid; gap: 20px; box-shadow: 0 18px 50px #0000001c }
header { display: grid; gap: 4px } small, summary, dt { color: var(--faint); font-size: 14px }
h1 { font-size: 20px; line-height: 1.3 } .sum { font-size: 30px; font-weight: 650; font-variant-numeric: tabular-nums }
form { display: grid; gap: 14px } label { display: grid; gap: 5px; font-size: 14px; font-weight: 550 }
.two { display: grid; grid-template-columns: 1fr 1fr; gap: 12px }
input { font: inherit; font-variant-numeric: tabular-nums; padding: 11px 13px; min-height: 46px; width: 100%; color: inherit;
  background: var(--paper); border: 1px solid var(--line); border-radius: 10px }
button { font: inherit; font-weight: 600; min-height: 48px; border-radius: 10px; border: 1px solid var(--accent);
  background: var(--accent); color: var(--on-accent); cursor: pointer }
button.plain { background: none; color: inherit; border-color: var(--line) }
:is(input, button, summary):focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
.wrong { color: var(--wrong); font-size: 14px; font-weight: 550 }
dl { display: grid; grid-template-columns: auto 1fr; gap: 4px 14px; font-size: 14px; padding-top: 8px }
dt { font-variant-numeric: tabular-nums; color: var(--ink) } dd { color: var(--faint) }`;
const styleHash = createHash("sha256").update(style).digest("base64");

type Language = Charge["language"];

const html = (language: Language, title: string, body: string) =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${escape(title)}</title><style>${style}</style></head><body><main>${body}</main></body></html>`;

/** No script, nothing from elsewhere; a form may end at the shop it came from. */
export const page = (body: string, status: number, returnUrl?: string) => {
  const back = returnUrl ? ` ${new URL(returnUrl).origin}` : "";
  return new Response(body, {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy": `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'${back}; base-uri 'none'; frame-ancestors 'none'`,
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    },
  });
};

const sum = ({ amount, currency, description, language }: Charge, title: string) =>
  `<header><small>${words[language].shop}</small><h1>${escape(title)}</h1>
  <p class="sum">${escape(formatMoney({ amount, currency }, language))}</p><small>${escape(description)}</small></header>`;

export const cardPage = (charge: Charge, isWrong: boolean) => {
  const { language, id } = charge;
  const say = words[language];
  const numbers = testNumbers.map(
    ({ number, verdict }) => `<dt>${number}</dt><dd>${say[verdict]}</dd>`,
  );
  const wrong = isWrong ? `<p class="wrong" id="wrong" role="alert">${say.unknown}</p>` : "";
  const body = `${sum(charge, say.title)}
  <form method="post" action="/pay/${id}">
    <label>${say.number}<input name="number" inputmode="numeric" autocomplete="cc-number" required maxlength="23" placeholder="4242 4242 4242 4242"${isWrong ? ' aria-invalid="true" aria-describedby="wrong"' : ""}></label>${wrong}
    <div class="two"><label>${say.expiry}<input name="expiry" inputmode="numeric" autocomplete="cc-exp" maxlength="7" placeholder="12 / 34"></label>
    <label>${say.code}<input name="code" inputmode="numeric" autocomplete="cc-csc" maxlength="4" placeholder="123"></label></div>
    <button>${say.pay}</button></form>
  <form method="post" action="/pay/${id}/cancellation"><button class="plain">${say.cancel}</button></form>
  <small>${say.notice}</small>
  <details><summary>${say.numbers}</summary><dl>${numbers.join("")}</dl></details>`;
  return html(language, say.title, body);
};

/** The step in which a bank asks who is paying (3-D Secure). */
export const bankPage = (charge: Charge) => {
  const say = words[charge.language];
  const body = `${sum(charge, say.bank)}<p>${say.question}</p>
  <form method="post" action="/pay/${charge.id}/verification">
    <button name="answer" value="yes">${say.yes}</button>
    <button name="answer" value="no" class="plain">${say.no}</button></form>
  <small>${say.notice}</small>`;
  return html(charge.language, say.bank, body);
};

export const gonePage = (language: Language) => {
  const say = words[language];
  return html(
    language,
    say.gone,
    `<header><small>${say.shop}</small><h1>${say.gone}</h1></header><p>${say.goneDetail}</p>`,
  );
};
