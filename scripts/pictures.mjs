// The pictures of the READMEs, from the sample county: npm run pictures
// Needs chromium (or HECHA_CHROMIUM), soffice, pdftotext, pdftoppm and a Chinese font; no network.
import { execFileSync } from 'node:child_process';
import {
  accessSync,
  constants,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { run } from '../dist/src/cli/main.js';
import { palettePng } from './pictures/palette-png.mjs';

const pictures = resolve('docs/pictures');
const largest = 150_000;

const found = (program) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });

const browserPath = process.env.HECHA_CHROMIUM ?? found('chromium') ?? found('chromium-browser');
const missing = ['soffice', 'pdftotext', 'pdftoppm'].filter((program) => !found(program));
if (!browserPath) missing.unshift('chromium');
if (missing.length > 0) {
  console.error(`No pictures were made: ${missing.join(', ')} is not on the PATH (Debian: chromium, \
libreoffice-calc, poppler-utils, fonts-noto-cjk).`);
  process.exit(2);
}

/** What the real command line prints to a terminal of 80 columns in colour. */
async function printed(...words) {
  let text = '';
  const io = {
    stdout: (part) => {
      text += part;
    },
    stderr: () => undefined,
    isTerminal: false,
    colour: true,
    columns: 80,
    now: () => performance.now(),
    today: () => '2017-08-01',
    onSignal: () => undefined,
  };
  const code = await run(words, io);
  if (code !== 0) throw new Error(`hecha ${words.join(' ')} ended with ${code}`);
  return text;
}

const styles = new Map([
  [1, 'font-weight:700'],
  [2, 'color:#9399a8'],
  [31, 'color:#ff8b8b'],
  [32, 'color:#8fd98f'],
  [33, 'color:#f0cf70'],
  [36, 'color:#7fd6e5'],
]);

/** SGR sequences as spans. */
function asHtml(text) {
  const on = new Set();
  const escaped = (part) => part.replace(/[&<>]/g, (char) => `&#${char.charCodeAt(0)};`);
  return text
    .split(/(\x1b\[\d+m)/)
    .map((part) => {
      const code = Number(/^\x1b\[(\d+)m$/.exec(part)?.[1] ?? Number.NaN);
      if (Number.isNaN(code))
        return `<span style="${[...on].map((each) => styles.get(each)).join(';')}">${escaped(part)}</span>`;
      if (code === 22) for (const each of [1, 2]) on.delete(each);
      else if (code === 39) for (const each of [31, 32, 33, 36]) on.delete(each);
      else on.add(code);
      return '';
    })
    .join('');
}

/** In a font whose Chinese is exactly two columns wide. */
const terminal = (text) => `<!doctype html><meta charset="utf-8"><style>
body{margin:0;background:#fff} main{display:inline-block;background:#1e1f2a;color:#e4e6ee;border-radius:8px;padding:12px 16px}
pre{margin:0;width:40em;font:16px/1.5 "Noto Sans Mono CJK SC",monospace}
</style><main><pre>${asHtml(text)}</pre></main>`;

/** The first page of a workbook, printed, on which the words stand; its upper part. */
function pageOf(workbook, words, name, home) {
  const profile = `-env:UserInstallation=${pathToFileURL(join(home, 'profile'))}`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', home, workbook], {
    stdio: 'ignore',
  });
  const pdf = join(home, basename(workbook).replace(/\.xlsx$/, '.pdf'));
  const pages = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).split('\f');
  const at = pages.findIndex((page) => words.every((word) => page.includes(word))) + 1;
  if (at === 0) throw new Error(`no page of ${basename(workbook)} has ${words.join(', ')}`);
  const size = ['-scale-to-x', '1280', '-scale-to-y', '-1', '-x', '0', '-y', '30', '-W', '1280', '-H', '560'];
  const only = ['-f', String(at), '-l', String(at), '-singlefile'];
  execFileSync('pdftoppm', ['-png', ...only, ...size, pdf, join(pictures, name)]);
}

/** The pixels of a PNG, as the browser decodes it. */
async function pixelsOf(path, page) {
  const source = `data:image/png;base64,${readFileSync(path, 'base64')}`;
  await page.setContent(`<img src="${source}">`);
  const [width, height, encoded] = await page.evaluate(`(async () => {
    const image = document.querySelector('img');
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    const context = canvas.getContext('2d');
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    let text = '';
    for (let at = 0; at < data.length; at += 8192) text += String.fromCharCode(...data.subarray(at, at + 8192));
    return [canvas.width, canvas.height, btoa(text)];
  })()`);
  return { width, height, pixels: Buffer.from(encoded, 'base64') };
}

const home = mkdtempSync(join(tmpdir(), 'hecha-pictures-'));
const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });
try {
  cpSync('samples/county', join(home, 'samples/county'), { recursive: true });
  process.chdir(home);
  const whole = await printed('audit', 'samples/county');
  // The end of it, which is what stays on the screen.
  const screen = whole.slice(whole.lastIndexOf('\x1b[32m\x1b[1m核查完成'));
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.setContent(terminal(`$ npx hecha audit samples/county\n${screen.trimEnd()}`));
  await page.locator('main').screenshot({ path: join(pictures, 'terminal.png') });

  await page.goto(pathToFileURL(realpathSync('hecha-out/latest/report.html')).href);
  await page.waitForSelector('html[data-ready]', { state: 'attached' });
  await page.screenshot({ path: join(pictures, 'page.png') });

  pageOf('hecha-out/latest/mis-identification.xlsx', ['疑点编号', '号牌号码'], 'workbook', home);
  await printed('worklist', 'hecha-out/latest', '--out', 'worklists');
  const list = readdirSync('worklists').find((name) => name.startsWith('城关镇'));
  pageOf(join('worklists', list ?? ''), ['黄色单元格由核实人填写'], 'worklist', home);

  const decoder = await browser.newPage();
  for (const name of readdirSync(pictures)) {
    const path = join(pictures, name);
    writeFileSync(path, palettePng(await pixelsOf(path, decoder)));
  }
} finally {
  await browser.close();
  process.chdir(tmpdir());
  rmSync(home, { recursive: true });
}

for (const name of readdirSync(pictures)) {
  const { size } = statSync(join(pictures, name));
  console.log(`docs/pictures/${name}  ${Math.round(size / 1000)} KB`);
  if (size > largest) {
    console.error(`${name} is too large for a README: more than ${largest / 1000} KB.`);
    process.exitCode = 1;
  }
}
