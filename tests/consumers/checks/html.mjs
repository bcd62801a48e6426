// Opens a report in a headless Chromium and tells what is in it; throws where something runs, loads, overflows or cannot
// be used. Reads {report, axe: ["390 dark", …], filters} as JSON
// from stdin. NODE_PATH leads to playwright-core and axe-core.

import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const require = createRequire(`${process.env.NODE_PATH}/`);
const { chromium } = require('playwright-core');
const asked = JSON.parse(readFileSync(0, 'utf-8'));
const url = pathToFileURL(asked.report).href;
const assert = (holds, what) => {
  if (!holds) {
    throw new Error(typeof what === 'string' ? what : JSON.stringify(what, null, 1));
  }
};

const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: quiet });

// A page on which whatever runs, loads or complains is an error.
const open = async (options) => {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const said = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(`${error}`));
  page.on('dialog', (dialog) => { said.push(`dialog ${dialog.message()}`); dialog.dismiss(); });
  page.on('request', (request) => request.url() === url || said.push(`request ${request.url()}`));
  await page.goto(url);
  return { page, said, close: () => context.close() };
};

// What there is in the page, in elements and attributes of ours alone.
const look = () => {
  const of = (selector, from = document) => [...from.querySelectorAll(selector)];
  const ours = new Set(`html head meta title style body a header h1 h2 h3 h4 p dl div dt dd bdi i nav main section ul ol li svg rect span b
    small q em search fieldset legend label input select option datalist button output article details summary table thead tbody tr th td
    footer script`.split(/\s+/));
  const attributes = new Set(`lang charset http-equiv content name class href id aria-label aria-labelledby aria-live role viewbox viewBox
    preserveAspectRatio width height rel dir popovertarget popover hidden type value list autocomplete data-shown scope`.split(/\s+/));
  const strange = [];
  for (const element of of('*')) {
    if (!ours.has(element.localName)) {
      strange.push(element.outerHTML.slice(0, 200));
    }
    for (const { name } of element.attributes) {
      if (!attributes.has(name)) {
        strange.push(`${name} in ${element.outerHTML.slice(0, 200)}`);
      }
    }
  }
  const ids = of('[id]').map((element) => element.id);
  const links = of('a').map((link) => link.getAttribute('href'));
  const dangling = links.filter((href) => href.startsWith('#') && !document.getElementById(href.slice(1)));
  const saved = (element) => element.textContent.trim();
  return {
    strange, dangling,
    twice: ids.length - new Set(ids).size,
    scripts: of('script').length, styles: of('style').length,
    links: of('a').filter((link) => !link.getAttribute('href').startsWith('#')).map((link) => link.href),
    articles: of('article .path').map((path) => path.textContent),
    rows: of('tbody tr').length,
    sentences: of('.text .s').map((sentence) => ({
      words: sentence.textContent,
      labels: sentence.nextElementSibling.querySelector('.ln').textContent.slice(2).split(', ').sort(),
      changed: sentence.classList.contains('x'),
    })),
    listed: of('.changed li').map(saved),
    lost: of('.lost li > q').map(saved),
  };
};

// Nothing may be wider than the window. Afterwards everything is laid out, so that axe sees it.
const fits = () => {
  const wide = document.documentElement.scrollWidth > innerWidth;
  for (const element of document.querySelectorAll('article, tbody, li')) {
    element.style.contentVisibility = 'visible';
  }
  return !wide && document.documentElement.scrollWidth <= innerWidth;
};

let found;
for (const [width, height] of [[390, 844], [1280, 800], [1920, 1080]]) {
  for (const colorScheme of ['light', 'dark']) {
    const { page, said, close } = await open({ viewport: { width, height }, colorScheme });
    found = await page.evaluate(look);
    assert(await page.evaluate(fits), `something is wider than ${width}`);
    if (asked.axe.includes(`${width} ${colorScheme}`)) {
      await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf-8'));
      const { violations } = await page.evaluate(() => axe.run({ resultTypes: ['violations'] }));
      const serious = violations.filter(({ impact }) => ['serious', 'critical'].includes(impact));
      assert(serious.length === 0, serious.map(({ id, nodes }) => [id, nodes.length, nodes[0].html, nodes[0].failureSummary]));
    }
    assert(said.length === 0, said);
    await close();
  }
}
const { strange, dangling, twice, scripts, styles, rows, sentences } = found;
assert(strange.length === 0, strange.slice(0, 5));
assert(dangling.length === 0, dangling);
assert(twice === 0 && scripts === 1 && styles === 1, 'one script, one style sheet, no id twice');
assert(rows >= sentences.length, `${rows} rows for ${sentences.length} sentences`);

if (asked.filters) {
  const { page, said, close } = await open({ viewport: { width: 800, height: 900 } });
  const shown = () => page.evaluate(() => [...document.querySelectorAll('tbody tr')].filter((row) => !row.hidden).length);
  const settled = async (count, what) => {
    await page.waitForFunction((n) => [...document.querySelectorAll('tbody tr')].filter((row) => !row.hidden).length === n, count, { timeout: 5000 })
      .catch(async () => assert(false, `${what}: ${count} rows expected, ${await shown()} shown`));
    assert((await page.locator('output').textContent()).startsWith(`${count} `), `${what}: the count is said`);
  };
  const tabTo = async (matches) => {
    for (let n = 0; n < 200; n += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate((selector) => document.activeElement.matches(selector), matches)) {
        return;
      }
    }
    assert(false, `no way to ${matches} by keyboard`);
  };
  const denials = sentences.filter(({ labels }) => labels.includes('denial')).length;
  await tabTo('[name=label][value=denial]');
  await page.keyboard.press('Space');
  await settled(denials, 'denials');
  const marked = await page.evaluate(() => document.querySelectorAll('.text .s:not(.off)').length);
  assert(marked === denials, 'the articles show the same');
  const articles = await page.evaluate(() => [...document.querySelectorAll('article')].map((one) => [one.hidden, !one.querySelector('.s:not(.off)')]));
  assert(articles.every(([hidden, empty]) => hidden === empty), 'articles without a match are hidden');
  await tabTo('[name=source]');
  await page.keyboard.type('PELL');
  await settled(1, 'denials of one source');
  await tabTo('[name=all]');
  await page.keyboard.press('Enter');
  await settled(rows, 'everything again');
  await page.locator('[name=words]').fill('OBERG');
  await settled(1, 'words, whatever their case and marks');
  await page.locator('[name=words]').fill('');
  await page.locator('[name=by]').selectOption('ab');
  await settled(rows, 'one annotator');

  await page.locator('th button').first().focus();
  const order = () => page.evaluate(() => [...document.querySelectorAll('tbody tr')].map((row) => row.cells[0].textContent.trim()));
  for (const direction of ['ascending', 'descending']) {
    await page.keyboard.press('Enter');
    const sorted = await order();
    const { compare } = new Intl.Collator('en', { numeric: true });
    const expected = [...sorted].sort((one, other) => (direction === 'ascending' ? compare(one, other) : compare(other, one)));
    assert(JSON.stringify(sorted) === JSON.stringify(expected), `rows are ${direction}`);
    assert(await page.locator('th').first().getAttribute('aria-sort') === direction, `the heading says ${direction}`);
  }

  // A note by keyboard, and by a tap on its sentence.
  await page.reload();
  await tabTo('.t');
  await page.keyboard.press('Enter');
  const note = page.locator('.n:popover-open');
  assert(await note.count() === 1 && await note.isVisible(), 'Enter opens the note');
  await page.keyboard.press('Escape');
  assert(await note.count() === 0, 'Escape closes it');
  assert(await page.evaluate(() => document.activeElement.matches('.t')), 'and the keyboard is where it was');
  await page.locator('.s').nth(1).click();
  assert(await note.count() === 1, 'a tap opens it');
  assert(said.length === 0, said);

  await page.emulateMedia({ media: 'print' });
  const hidden = await page.evaluate(() => [...document.querySelectorAll('.find, nav, .n')].filter((one) => getComputedStyle(one).display === 'none').length);
  assert(hidden === 2, 'printed are the notes, and neither filters nor navigation');
  await close();

  const plain = await open({ javaScriptEnabled: false, viewport: { width: 1280, height: 800 } });
  const visible = await plain.page.locator('.text .s:visible, .n:visible, tbody tr:visible').count();
  assert(visible === 2 * sentences.length + rows, 'without a script everything is there');
  assert(!await plain.page.locator('.find').isVisible(), 'and nothing that would need one');
  assert(plain.said.length === 0, plain.said);
  await plain.close();
}
await browser.close();
process.stdout.write(JSON.stringify(found));
