import { writeFileSync } from 'node:fs';
import { launchChromium } from './chromium.ts';

const b = await launchChromium();
const p = await b.newPage();
writeFileSync(
  '/tmp/rep/f.html',
  `<link rel=stylesheet href="file:///work/main/node_modules/@fontsource-variable/noto-sans-sc/index.css"><p style="font-family:'Noto Sans SC Variable'">x</p><p id=a style="font-family:Arial">x</p>`,
);
await p.goto('file:///tmp/rep/f.html');
const r = await p.evaluate(
  `(async () => { await document.fonts.load("16px 'Noto Sans SC Variable'","中文 abc 0123"); await document.fonts.ready; const c=document.createElement('canvas').getContext('2d'); const out={}; for (const f of ["400 100px 'Noto Sans SC Variable'","600 100px 'Noto Sans SC Variable'"]) { c.font=f; let s=''; for(let i=32;i<127;i++) s+=String.fromCharCode(i)+(c.measureText(String.fromCharCode(i)).width/100).toFixed(2)+' '; for (const ch of '中（），：·–—…≤×％%“”~┄') s+=ch+(c.measureText(ch).width/100).toFixed(2)+' '; out[f]=s;} return out; })()`,
);
console.log(r);
await b.close();
