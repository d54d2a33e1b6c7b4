import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

echarts.use([BarChart, LineChart, GridComponent, SVGRenderer]);

/** The library wants colours as it knows them; these stand for tokens of the theme, so that a chart follows light and dark. */
const tokens = {
  '#000001': 'var(--basis-color-default-color-document)',
  '#000002': 'var(--basis-color-default-color-subtle)',
  '#000003': 'var(--basis-color-default-border-subtle)',
  '#000004': 'var(--basis-color-action-1-color-default)',
  '#000005': 'var(--basis-color-accent-1-color-default)',
  '#000006': 'var(--basis-color-default-color-subtle)',
  '#000007': 'var(--basis-color-default-bg-document)',
};
const [INK, SUBTLE, LINE, FIRST, SECOND, THIRD, PAPER] = Object.keys(tokens);
const shades = [FIRST, SECOND, THIRD];
const FONT = 15;

type Series = { name: string; values: (number | null)[] };
type Common = { labels: string[]; series: Series[]; format: (value: number) => string; width: number };

/**
 * Lying bars, stacked when there are several series; `marks` are what to compare with, drawn as a line across each bar. A
 * value that is null is protected or not known, and has no bar.
 */
export function bars({ labels, series, format, width, marks }: Common & { marks?: (number | null)[] }) {
  const top = (values: (number | null)[]) => Math.max(0, ...values.map((value) => value ?? 0));
  const totals = labels.map((_, row) => series.reduce((sum, { values }) => sum + (values[row] ?? 0), 0));
  return draw(width, labels.length * 40 + 12, {
    grid: { left: 0, right: 56, top: 4, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: { type: 'value', show: false, max: Math.max(top(totals), top(marks ?? [])) || 1 },
    yAxis: {
      type: 'category',
      data: labels,
      inverse: true,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: SUBTLE } },
      axisLabel: { color: INK, fontSize: FONT, width: width * 0.42, overflow: 'break' },
    },
    series: [
      ...series.map(({ name, values }, at) => ({
        type: 'bar' as const,
        name,
        stack: 'one',
        data: values,
        barWidth: 18,
        itemStyle: { color: shades[at % shades.length], borderColor: PAPER, borderWidth: 1 },
        ...(at === series.length - 1 && {
          label: {
            show: true,
            position: 'right' as const,
            color: INK,
            fontSize: FONT,
            formatter: ({ dataIndex }: { dataIndex: number }) =>
              values[dataIndex] === null ? '' : format(totals[dataIndex]!),
          },
        }),
      })),
      ...(marks
        ? [
            {
              type: 'line' as const,
              data: marks,
              symbol: 'rect',
              symbolSize: [3, 28],
              lineStyle: { width: 0 },
              itemStyle: { color: INK },
            },
          ]
        : []),
    ],
  });
}

/** Lines through time, one per series; where a value is null the line has a gap. */
export function lines({ labels, series, format, width }: Common) {
  return draw(width, Math.round(width * 0.45) + 40, {
    grid: {
      left: 4,
      right: 12,
      top: 16,
      bottom: 4,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    xAxis: {
      type: 'category',
      data: labels,
      boundaryGap: false,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: SUBTLE } },
      axisLabel: { color: INK, fontSize: FONT, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      min: 0,
      axisLabel: { color: SUBTLE, fontSize: FONT, formatter: format },
      splitLine: { lineStyle: { color: LINE } },
    },
    series: series.map(({ name, values }, at) => ({
      type: 'line',
      name,
      data: values,
      symbol: ['circle', 'rect', 'triangle'][at % 3],
      symbolSize: 8,
      lineStyle: { color: shades[at % shades.length], width: 3 },
      itemStyle: { color: shades[at % shades.length] },
    })),
  });
}

/** As SVG for in a page: without inline styles, which the security policy refuses, and in the colours of the theme. */
function draw(width: number, height: number, option: echarts.EChartsCoreOption) {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
  chart.setOption({ animation: false, ...option });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg
    .replace(/<style\b[\s\S]*?<\/style>/g, '')
    .replace(/ style="font-size:([\d.]+px);font-family:[^"]*"/g, ' font-size="$1"')
    .replace(/ (?:class|ecmeta_\w+|pointer-events)="[^"]*"/g, '')
    .replace('<svg ', '<svg aria-hidden="true" focusable="false" ')
    .replace(/"(#00000[1-7])"/g, (_, colour: keyof typeof tokens) => `"${tokens[colour]}"`);
}
