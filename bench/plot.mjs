// Two kinds of plots as SVG: bars and a line, both over scales of powers of ten.

const WIDTH = 760;
const COLORS = { ours: '#2f6f4f', limit: '#8a8f98', others: '#b7793a', grid: '#d8dbe0', text: '#57606a' };

/**
 * Horizontal bars, those of ours in a colour of their own.
 *
 * @param {string} title
 * @param {readonly { label: string, value: number | null, text: string }[]} bars null: there is none, only the text
 */
export function barPlot(title, bars) {
  const [left, top, step] = [290, 44, 26];
  const most = Math.max(...bars.map(({ value }) => value ?? 1));
  const x = scale(1, most, 0, WIDTH - left - 90);
  const rows = bars.map(({ label, value, text: shown }, index) => {
    const y = top + index * step;
    const length = value === null ? 0 : Math.max(2, x(value));
    return [
      text(left - 8, y + 13, label, 'end'),
      `<rect x="${left}" y="${y}" width="${round(length)}" height="18" fill="${colorOf(label)}"/>`,
      text(left + length + 6, y + 13, shown, 'start'),
    ].join('\n');
  });
  return svg(title, top + bars.length * step + 10, rows);
}

/**
 * One line through points, with the value at each.
 *
 * @param {string} title
 * @param {string} unit of x
 * @param {readonly { x: number, y: number }[]} points
 */
export function linePlot(title, unit, points) {
  const [left, right, top, bottom] = [60, WIDTH - 40, 60, 250];
  const xs = points.map((point) => point.x);
  const x = scale(Math.min(...xs), Math.max(...xs), left, right);
  const most = Math.max(...points.map((point) => point.y));
  const y = (/** @type {number} */ value) => bottom - (value / most) * (bottom - top);
  const path = points.map((point) => `${round(x(point.x))},${round(y(point.y))}`).join(' ');
  const marks = points.flatMap((point) => [
    `<circle cx="${round(x(point.x))}" cy="${round(y(point.y))}" r="4" fill="${COLORS.ours}"/>`,
    text(x(point.x), y(point.y) - 10, point.y.toFixed(2), 'middle'),
    text(x(point.x), bottom + 20, point.x.toLocaleString('en'), 'middle'),
  ]);
  return svg(title, bottom + 45, [
    `<line x1="${left}" y1="${bottom}" x2="${right}" y2="${bottom}" stroke="${COLORS.grid}"/>`,
    `<polyline points="${path}" fill="none" stroke="${COLORS.ours}" stroke-width="2"/>`,
    ...marks,
    text(right, bottom + 38, unit, 'end'),
  ]);
}

/**
 * @param {string} title
 * @param {number} height
 * @param {readonly string[]} parts
 */
function svg(title, height, parts) {
  const size = `width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}"`;
  const background = `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="system-ui, sans-serif">\n<title>${title}</title>\n${[background, text(8, 22, title, 'start', 15), ...parts].join('\n')}\n</svg>\n`;
}

/**
 * @param {number} x
 * @param {number} y
 * @param {string} content
 * @param {'start' | 'middle' | 'end'} anchor
 * @param {number} [size]
 */
function text(x, y, content, anchor, size = 12) {
  const escaped = content.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" font-size="${size}" fill="${COLORS.text}">${escaped}</text>`;
}

/** @param {string} label */
function colorOf(label) {
  if (label.startsWith('esmshift')) return COLORS.ours;
  return label.startsWith('read and parse') ? COLORS.limit : COLORS.others;
}

/**
 * By powers of ten.
 *
 * @param {number} least
 * @param {number} most
 * @param {number} start
 * @param {number} end
 * @returns {(value: number) => number}
 */
function scale(least, most, start, end) {
  const span = Math.log10(most / least) || 1;
  return (value) => start + (Math.log10(value / least) / span) * (end - start);
}

/** @param {number} value */
function round(value) {
  return Math.round(value * 10) / 10;
}
