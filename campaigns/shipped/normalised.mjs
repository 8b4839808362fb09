// @ts-check

/**
 * What a test prints, without what a conversion may change or chance does: the endings of file names, positions, lines
 * of a stack, durations, temporary paths and long numbers.
 *
 * @param {string} text
 * @param {string} home  the folder of both sides
 */
export function normalised(text, home) {
  return text
    .replaceAll('file://', '')
    .replaceAll(`${home}before/`, '/')
    .replaceAll(`${home}after/`, '/')
    .replaceAll(/\.[cm]js\b/g, '.js')
    .replaceAll(/:\d+:\d+/g, ':0:0')
    .replaceAll(/\n\s+at[: ].*/g, '')
    .replaceAll(/\d+(?:\.\d+)? ?m?s\b/g, '0 ms')
    .replaceAll(/time=[\d.]+/g, 'time=0')
    .replaceAll(/\/tmp\/[\w./-]+/g, '/tmp')
    .replaceAll(/\d{6,}/g, '0');
}
