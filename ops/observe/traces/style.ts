export const style = `
:root { color-scheme: light dark; --ink: light-dark(#1f1b16, #ece6dc); --faint: light-dark(#6d6458, #a39a8c);
  --paper: light-dark(#fbf8f2, #191714); --card: light-dark(#fff, #221f1b); --line: light-dark(#e6dfd2, #37322b);
  --accent: light-dark(#a43d22, #e58a6b);
  --server: light-dark(#2f6f5e, #6fb8a2); --client: light-dark(#8a6d3b, #cfae74); --store: light-dark(#4a5f8f, #8ea6dc);
  --event: light-dark(#7a4a80, #c18fc8) }
* { box-sizing: border-box; margin: 0 }
body { font: 15px/1.5 system-ui, sans-serif; background: var(--paper); color: var(--ink) }
header { padding: 14px 22px; border-bottom: 1px solid var(--line); display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: baseline }
h1 { font-size: 17px } h1 a { color: inherit; text-decoration: none }
small, time, .faint { color: var(--faint); font-size: 13px }
main { padding: 18px 22px; max-width: 1400px }
form { display: flex; flex-wrap: wrap; gap: 10px 16px; align-items: end; margin-block-end: 16px }
label { display: grid; gap: 2px; font-size: 13px; color: var(--faint) }
select, input[type=number], button { font: inherit; color: var(--ink); background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 6px 10px; min-height: 38px }
button { cursor: pointer } label.check { grid-auto-flow: column; align-items: center; min-height: 38px }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 10px; background: var(--card) }
table { border-collapse: collapse; width: 100%; font-size: 14px } th { text-align: start; font-weight: 600; font-size: 13px; color: var(--faint) }
th, td { padding: 7px 12px; border-bottom: 1px solid var(--line); white-space: nowrap } tr:last-child td { border: 0 }
td a { color: inherit } .number { text-align: end; font-variant-numeric: tabular-nums }
.failed { color: var(--accent); font-weight: 600 }
.waterfall { list-style: none; padding: 6px 0; min-width: 720px }
.waterfall li { border-bottom: 1px solid color-mix(in srgb, var(--line) 60%, transparent) } .waterfall li:last-child { border: 0 }
summary { display: grid; grid-template-columns: minmax(300px, 38%) 1fr 90px; gap: 12px; padding: 4px 12px; cursor: pointer; align-items: center; list-style: none }
summary::-webkit-details-marker { display: none } summary:hover { background: color-mix(in srgb, var(--line) 35%, transparent) }
.name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; padding-inline-start: calc(var(--depth) * 14px) }
.track { position: relative; height: 14px } .bar { position: absolute; inset-block: 0; border-radius: 3px; min-width: 2px; left: var(--from); width: var(--size); background: var(--client) }
.server { background: var(--server) } .store { background: var(--store) } .producer, .consumer { background: var(--event) } .internal { opacity: .55 }
.bar.broken { background: var(--accent) }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 14px; padding: 6px 12px 12px 26px; font-size: 13px } dt { color: var(--faint) } dd { overflow-wrap: anywhere; white-space: pre-wrap }
code { font: 13px/1.5 ui-monospace, monospace }
.empty { padding: 40px; text-align: center; color: var(--faint) }
@media (max-width: 700px) { main, header { padding-inline: 14px } }
`;
