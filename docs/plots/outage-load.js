// What an outage looks like from the server's side, as SVG: drawn by `npm run bench` from its own figures.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { areaY, axisX, axisY, plot, rectX, ruleY, text } from '@observablehq/plot';
import { parseHTML } from 'linkedom';

/**
 * @typedef {{ name: string, arrivals: readonly number[] }} Load  requests by their milliseconds since the start
 * @typedef {{ downFromMs: number, downUntilMs: number, untilMs: number }} Outage
 */

const languages = {
  en: {
    file: 'outage-load.svg',
    time: 'seconds →',
    load: '↑ requests per second',
    down: 'every answer is a 503',
    bare: 'axios without retries',
    title: 'Requests that a server has to bear in an outage, by retry library',
  },
  zh: {
    file: 'outage-load.zh.svg',
    time: '秒 →',
    load: '↑ 每秒请求数',
    down: '所有应答都是 503',
    bare: '不重试的 axios',
    title: '服务中断时服务器要承受的请求，按重试库',
  },
};
const windowMs = 100;

/** Writes one picture for each language. @param {readonly Load[]} loads @param {Outage} outage */
export function drawOutageLoad(loads, outage) {
  for (const texts of Object.values(languages)) {
    const svg = picture(loads, outage, texts);
    writeFileSync(resolve(import.meta.dirname, texts.file), `${svg}\n`);
  }
}

/** @param {readonly Load[]} loads @param {Outage} outage @param {typeof languages.en} texts */
function picture(loads, { downFromMs, downUntilMs, untilMs }, texts) {
  /** @type {Record<string, string>} */
  const colours = { 'axios-outcome': '#1f7a4a', [texts.bare]: '#7a8492' };
  const { document } = parseHTML('<html><body></body></html>');
  const titleOf = (/** @type {string} */ name) => (name === 'bare axios' ? texts.bare : name);
  const names = loads.map(({ name }) => titleOf(name));
  const points = loads.flatMap(({ name, arrivals }) => windows(titleOf(name), arrivals, untilMs));
  const band = names.map((name) => ({ name, from: downFromMs / 1000, until: downUntilMs / 1000 }));
  const highest = Math.max(...points.map(({ perSecond }) => perSecond));
  const svg = plot({
    document,
    width: 720,
    height: 100 + 90 * loads.length,
    marginLeft: 55,
    marginTop: 35,
    marginBottom: 40,
    style: { background: 'white', color: '#1b2330', fontSize: '12px', fontFamily: 'system-ui, sans-serif' },
    x: { domain: [0, untilMs / 1000] },
    y: { domain: [0, highest], ticks: 3 },
    fy: { domain: names, axis: null, padding: 0.25 },
    marks: [
      rectX(band, { x1: 'from', x2: 'until', fy: 'name', fill: '#f3e3df' }),
      areaY(points, {
        x: 'second',
        y: 'perSecond',
        fy: 'name',
        curve: 'step-after',
        fill: ({ name }) => colours[name] ?? '#b83a26',
        fillOpacity: 0.75,
      }),
      ruleY([0]),
      axisX({ label: texts.time, ticks: 8 }),
      axisY({ label: texts.load, ticks: 3, tickFormat: (/** @type {number} */ count) => `${count}` }),
      text(names, {
        fy: (name) => name,
        text: (name) => name,
        frameAnchor: 'top-right',
        fontWeight: 600,
        dy: 2,
      }),
      text([texts.down], {
        fy: names.slice(0, 1),
        x: [downFromMs / 1000],
        frameAnchor: 'top',
        textAnchor: 'start',
        dx: 6,
        dy: 2,
      }),
    ],
  });
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const title = document.createElementNS('http://www.w3.org/2000/svg', 'title');
  title.textContent = texts.title;
  svg.prepend(title);
  return svg.outerHTML;
}

/** Requests per second, one point for each window. @param {string} name @param {readonly number[]} arrivals @param {number} untilMs */
function windows(name, arrivals, untilMs) {
  return Array.from({ length: Math.ceil(untilMs / windowMs) }, (_, index) => {
    const from = index * windowMs;
    const count = arrivals.filter((at) => at >= from && at < from + windowMs).length;
    return { name, second: from / 1000, perSecond: (count * 1000) / windowMs };
  });
}
