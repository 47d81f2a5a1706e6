export type Message = {
  id: string;
  to: string[];
  from: string;
  subject: string;
  date: string;
  text: string;
  html: string | null;
};

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};
const escape = (text: string) => text.replaceAll(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

const STYLE = `
  :root { color-scheme: light dark; --ink: light-dark(#1f1b16, #ece6dc); --faint: light-dark(#6d6458, #a39a8c);
    --paper: light-dark(#fbf8f2, #191714); --card: light-dark(#ffffff, #221f1b); --line: light-dark(#e6dfd2, #37322b);
    --accent: light-dark(#a43d22, #e58a6b); }
  * { box-sizing: border-box; margin: 0 }
  body { font: 15px/1.55 system-ui, sans-serif; background: var(--paper); color: var(--ink); height: 100vh;
    display: grid; grid-template: auto 1fr / minmax(260px, 24rem) 1fr }
  header { grid-column: 1 / -1; padding: 14px 22px; border-bottom: 1px solid var(--line); display: flex; gap: 12px; align-items: baseline }
  h1 { font-size: 17px } h2 { font-size: 20px; line-height: 1.3; text-wrap: balance }
  small, dl, time { color: var(--faint); font-size: 13px }
  nav { overflow: auto; border-right: 1px solid var(--line) }
  nav a { display: block; padding: 12px 22px; border-bottom: 1px solid var(--line); color: inherit; text-decoration: none }
  nav a:hover { background: var(--card) } nav a:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px }
  nav a[aria-current] { background: var(--card); box-shadow: inset 3px 0 var(--accent) }
  nav b { display: block; font-weight: 600; overflow-wrap: anywhere }
  main { overflow: auto; padding: 26px 30px; display: flex; flex-direction: column; gap: 16px; min-width: 0 }
  dl { display: grid; grid-template-columns: auto 1fr; gap: 2px 12px } dd { margin: 0; overflow-wrap: anywhere }
  iframe { flex: 1; min-height: 340px; width: 100%; border: 1px solid var(--line); border-radius: 10px; background: #fff }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 18px }
  .empty { margin: auto; color: var(--faint); text-align: center }
  @media (max-width: 700px) { body { grid-template: auto auto 1fr / 1fr; height: auto } nav { border: 0; max-height: 40vh } }`;

const REFRESH = `
  setInterval(async () => {
    const { messages } = await (await fetch("/api/messages" + location.search)).json();
    if (messages.length !== Number(document.body.dataset.count)) location.reload();
  }, 2000);`;

const item = (mail: Message, isShown: boolean) => `
  <a href="/?id=${mail.id}"${isShown ? ' aria-current="true"' : ""}>
    <b>${escape(mail.subject || "(no subject)")}</b>
    <small>${escape(mail.to.join(", "))}</small>
  </a>`;

const content = (mail: Message) => `
  <h2>${escape(mail.subject || "(no subject)")}</h2>
  <dl><dt>To</dt><dd>${escape(mail.to.join(", "))}</dd><dt>From</dt><dd>${escape(mail.from)}</dd>
    <dt>Sent</dt><dd><time>${mail.date}</time></dd></dl>
  ${
    mail.html
      ? `<iframe title="The mail" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/html?id=${mail.id}"></iframe>
         <details><summary>Plain text</summary><pre>${escape(mail.text)}</pre></details>`
      : `<pre>${escape(mail.text)}</pre>`
  }`;

/** The inbox: every mail on the left, the chosen one on the right. */
export const inboxPage = (mails: readonly Message[], shown: Message | undefined): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
  <title>Mail · Jangteo</title><style>${STYLE}</style>
  <body data-count="${mails.length}">
  <header><h1>Jangteo Mail</h1><small>Every mail the shop sends ends here; none leaves this machine.</small></header>
  <nav aria-label="Mails">${mails.map((mail) => item(mail, mail === shown)).join("")}</nav>
  <main>${shown ? content(shown) : '<p class="empty">No mail yet.</p>'}</main>
  <script>${REFRESH}</script></body></html>`;
