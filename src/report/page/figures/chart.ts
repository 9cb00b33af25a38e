import type { EChartsOption } from 'echarts';
import { type Html, html, trusted, withoutControls } from '../html.js';

/** A picture: its option, its size in pixels, and the title that stands for it where it cannot be seen. */
export interface Chart {
  readonly id: string;
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly option: EChartsOption;
}

export const colours = {
  ink: '#1f2933',
  faint: '#616e7c',
  line: '#d3d9e0',
  first: '#1f5a96',
  second: '#c9822b',
  high: '#b42318',
  band: '#c3cedb',
  wideBand: '#e6ebf1',
} as const;

/** Text and lines as in the rest of the page. */
export const axisText = { color: colours.ink, fontSize: 12 };

/** Draws a chart as SVG, the same bytes every time: without styles, handlers and the numbers that echarts counts up. */
export async function chartSvg({ id, title, width, height, option }: Chart): Promise<Html> {
  const { init } = await import('echarts/dist/echarts.esm.min');
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ animation: false, backgroundColor: 'transparent', ...option });
    const drawn = chart.renderToSVGString();
    return html`<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${id}-title" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><title id="${id}-title">${title}</title>${trusted(withoutControls(plainShapes(drawn, id)))}</svg>`;
  } finally {
    chart.dispose();
  }
}

/**
 * The shapes of a drawing, as they may stand in the page: its style element and classes go, for they say only what a pointer would
 * change; inline styles, which the page's policy forbids, become attributes; ids get the chart's name in place of a counter.
 */
function plainShapes(drawing: string, id: string): string {
  return drawing
    .replace(/^<svg[^>]*>/, '')
    .replace(/<\/svg>\s*$/, '')
    .replace(/<style[^>]*>[\s\S]*?<\/style>/g, '')
    .replace(/<[a-zA-Z][^>]*>/g, (tag) =>
      tag
        .replace(/ (?:class|pointer-events|ecmeta_\w+)="[^"]*"/g, '')
        .replace(/ style="([^"]*)"/g, (_, style: string) => attributes(style))
        .replace(/zr\d+-/g, `${id}-`),
    )
    .trim();
}

const attributes = (style: string): string =>
  style
    .split(';')
    .map((each) => each.split(':'))
    // The font is the page's.
    .filter(([name, value]) => value !== undefined && name !== 'font-family')
    .map(([name = '', value = '']) => ` ${name.trim()}="${value.trim()}"`)
    .join('');
