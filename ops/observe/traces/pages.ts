import { html, raw } from "hono/html";

import { inOrder, type Row, type Told, type Wanted } from "./store.ts";
import { style } from "./style.ts";

const frame = (title: string, about: string, body: unknown) =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title} · Jangteo</title>
        <style>
          ${raw(style)}
        </style>
      </head>
      <body>
        <header>
          <h1><a href="/">Jangteo traces</a></h1>
          <small>${about}</small>
        </header>
        <main>${body}</main>
      </body>
    </html>`;

const took = (milliseconds: number) =>
  milliseconds < 1000
    ? `${milliseconds.toFixed(milliseconds < 10 ? 2 : 0)} ms`
    : `${(milliseconds / 1000).toFixed(2)} s`;
const at = (milliseconds: number) => new Date(milliseconds).toISOString();

const row = ({ id, root, start, duration, services, spans, failed }: Told) =>
  html`<tr>
    <td><a href="/traces/${id}">${root.name}</a></td>
    <td class="${failed ? "failed" : "faint"}">${failed ? "failed" : "ok"}</td>
    <td class="number">${took(duration)}</td>
    <td class="number">${spans.length}</td>
    <td class="faint">${services.join(", ")}</td>
    <td><time datetime="${at(start)}">${at(start).slice(11, 23)}</time></td>
  </tr>`;

/** The traces told of last, latest first. */
export const listPage = (traces: Told[], services: string[], wanted: Wanted) =>
  frame(
    "Traces",
    "What the services told of last; kept in memory, none of it leaves this machine.",
    html`<form>
        <label>
          Service
          <select name="service">
            <option value="">all</option>
            ${services.map((one) => html`<option ${one === wanted.service ? "selected" : ""}>${one}</option>`)}
          </select>
        </label>
        <label>
          At least, ms
          <input type="number" name="atLeast" min="0" step="1" value="${wanted.atLeast ?? 0}" />
        </label>
        <label class="check">
          <input type="checkbox" name="failed" value="true" ${wanted.failed ? "checked" : ""} />
          failed
        </label>
        <button>Show</button>
      </form>
      <div class="scroll" tabindex="0" role="region" aria-label="Traces">
        ${
          traces.length === 0
            ? html`<p class="empty">No trace yet. Open the shop, and come back.</p>`
            : html`<table>
                <thead>
                  <tr>
                    <th scope="col">Request</th>
                    <th scope="col">Outcome</th>
                    <th scope="col" class="number">Took</th>
                    <th scope="col" class="number">Spans</th>
                    <th scope="col">Services</th>
                    <th scope="col">Began (UTC)</th>
                  </tr>
                </thead>
                <tbody>
                  ${traces.map(row)}
                </tbody>
              </table>`
        }
      </div>`,
  );

const isStore = ({ span }: Row) => "db.system.name" in span.attributes;

const bar = (trace: Told) => (one: Row) => {
  const { span, depth } = one;
  const share = (milliseconds: number) =>
    `${((100 * milliseconds) / Math.max(trace.duration, 0.001)).toFixed(3)}%`;
  const kind = isStore(one) && span.kind === "client" ? "store" : span.kind;
  const place = `--from:${share(span.start - trace.start)};--size:${share(span.end - span.start)}`;
  return html`<li>
    <details>
      <summary>
        <span class="name" style="--depth:${depth}">
          ${span.name} <span class="faint">${span.service}</span>
        </span>
        <span class="track">
          <span class="bar ${kind} ${span.failed ? "broken" : ""}" style="${place}"></span>
        </span>
        <span class="number ${span.failed ? "failed" : ""}">${took(span.end - span.start)}</span>
      </summary>
      <dl>
        <dt>kind</dt>
        <dd>${span.kind}</dd>
        <dt>began after</dt>
        <dd>${took(span.start - trace.start)}</dd>
        ${Object.entries(span.attributes).map(
          ([key, value]) =>
            html`<dt>${key}</dt>
              <dd>${String(value)}</dd>`,
        )}
      </dl>
    </details>
  </li>`;
};

/** One trace as a waterfall. */
export const tracePage = (trace: Told) =>
  frame(
    trace.root.name,
    `${took(trace.duration)}, ${trace.spans.length} spans of ${trace.services.join(", ")}; ${at(trace.start)}`,
    html`<p class="faint">
        Trace <code>${trace.id}</code>; the logs name it as <code>trace_id</code>.
      </p>
      <br />
      <div class="scroll" tabindex="0" role="region" aria-label="Waterfall">
        <ol class="waterfall">
          ${inOrder(trace).map(bar(trace))}
        </ol>
      </div>`,
  );

export const nothingPage = (id: string) =>
  frame(
    "No such trace",
    "Only the last traces are kept.",
    html`<p>
      There is no trace <code>${id}</code> here: it was not told, or others have taken its place.
    </p>`,
  );
