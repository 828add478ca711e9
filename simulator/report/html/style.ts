import { darkTokens, lightTokens } from '../theme/tokens.ts';

const declared = (tokens: Readonly<Record<string, string>>): string =>
  Object.entries(tokens)
    .map(([name, value]) => `--tt-${name}:${value}`)
    .join(';');

/**
 * The look of a report: readable on a screen, light or dark, and made for A4. Its colours have the names that screens use, so
 * its charts follow.
 */
export const reportStyle = `
:root{color-scheme:light;--tt-font:"Noto Sans SC Variable","Noto Sans SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif;${declared(lightTokens)}}
@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;${declared(darkTokens)}}}
*{box-sizing:border-box}
body{margin:0;background:var(--tt-paper);color:var(--tt-ink);font:16px/1.6 var(--tt-font);font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
main{max-width:760px;margin:0 auto;padding:48px 40px 64px;background:var(--tt-surface)}
header{border-block-end:2px solid var(--tt-ink);padding-block-end:24px;margin-block-end:32px}
h1,h2,h3,p,ul,ol,dl,dd,figure,table{margin:0}
h1{font-size:28px;line-height:1.3;font-weight:700}
h2{font-size:20px;line-height:1.4;font-weight:600;margin-block:48px 16px}
h3{font-size:16px;line-height:1.5;font-weight:600;margin-block-end:12px}
.about{color:var(--tt-ink-soft);margin-block-start:8px}
.finding{font-size:20px;line-height:1.6;font-weight:600}
.finding~p,section>p{margin-block-start:12px}
section>p:first-of-type,h2+p{margin-block-start:0}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:20px 24px;margin-block-start:24px}
.facts dt{font-size:14px;color:var(--tt-ink-soft)}
.facts dd{font-size:24px;line-height:1.3;font-weight:700}
.facts .note{display:block;font-size:14px;line-height:1.5;font-weight:400;color:var(--tt-ink-soft)}
figure{margin-block-start:32px}
figure:first-of-type{margin-block-start:16px}
figure svg{display:block;max-width:100%;height:auto}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:0 20px;margin-block-start:24px}
.pair figure{margin-block-start:0;min-width:0;display:grid;grid-template-rows:subgrid;grid-row:span 4}
.drawing{overflow-x:auto}
figcaption{font-size:14px;color:var(--tt-ink-soft);margin-block-start:8px}
.ordinal{color:var(--tt-ink-faint);font-weight:400;margin-inline-end:6px}
details{margin-block-start:8px;font-size:14px}
summary{cursor:pointer;color:var(--tt-brand);width:max-content;padding-block:4px}
summary:focus-visible,.table:focus-visible,.drawing:focus-visible{outline:2px solid var(--tt-brand);outline-offset:2px}
.table{overflow-x:auto;margin-block-start:8px}
table{overflow-wrap:normal;border-collapse:collapse;font-size:14px;line-height:1.5;min-width:50%}
caption{text-align:start;color:var(--tt-ink-soft);padding-block-end:4px}
details caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{padding:4px 16px 4px 0;text-align:start;border-block-end:1px solid var(--tt-line);font-weight:400;vertical-align:top}
thead th{font-weight:600;border-block-end-color:var(--tt-line-strong)}
td.number,.short,tbody th{white-space:nowrap}
td:not(.number,.short){white-space:pre-line}
.many table{font-size:12px}
.many :is(th,td){padding-inline-end:8px}
.table+p{margin-block-start:8px;font-size:14px;color:var(--tt-ink-soft)}
.number{text-align:end}
ul,ol{padding-inline-start:24px}
li+li{margin-block-start:4px}
pre{margin:12px 0 0;padding:12px 16px;background:var(--tt-sunk);border-radius:8px;font-size:14px;white-space:pre-wrap}
.made{font-size:14px;color:var(--tt-ink-faint);margin-block-start:4px}
@media screen and (max-width:600px){main{padding:24px 16px 48px}figure svg{max-width:none}.pair{grid-template-columns:1fr}}
@page{size:A4;margin:16mm 14mm 18mm;@bottom-right{content:counter(page) " / " counter(pages);font:9pt sans-serif;color:#606b75}}
@media print{
body{background:none;font-size:10.5pt}
main{max-width:none;padding:0;background:none}
header{padding-block-end:12pt;margin-block-end:16pt}
h2{margin-block:18pt 6pt}
h2,h3,h2+p{break-after:avoid}
figure{margin-block-start:14pt}
figure,.pair,.facts div,tr,li,pre,div.whole,section:last-of-type{break-inside:avoid}
.drawing{overflow:visible}
figure svg{max-width:100%}
thead{display:table-header-group}
details:not([open]){display:none}
summary{display:none}
.table{overflow:visible}
table{font-size:13px}
}`.trim();
