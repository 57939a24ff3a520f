import type { init as Init } from 'echarts/core';

/** A chart by weeks, months or the like: bars that stand on each other, and perhaps a line over them. */
export interface Chart {
  readonly categories: readonly string[];
  readonly bars: readonly ChartSeries[];
  readonly line?: ChartSeries;
  /** Name of the upright axis. */
  readonly unit: string;
}

export interface ChartSeries {
  readonly name: string;
  readonly colour: string;
  readonly values: readonly (number | null)[];
}

const size = { width: 920, height: 400 };
let library: Promise<typeof Init> | undefined;

/** The library is large: it is read when the first chart is drawn, not at every start. */
function drawing(): Promise<typeof Init> {
  library ??= (async () => {
    const [
      { init, use },
      { BarChart, LineChart },
      { AriaComponent, GridComponent, LegendComponent },
      { SVGRenderer },
    ] = await Promise.all([
      import('echarts/core'),
      import('echarts/charts'),
      import('echarts/components'),
      import('echarts/renderers'),
    ]);
    use([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, SVGRenderer]);
    return init;
  })();
  return library;
}

/** Draws a chart as SVG, with patterns beside the colours. Pages show it as a picture, with the same numbers in a table. */
export async function drawChart({ categories, bars, line, unit }: Chart): Promise<string> {
  const init = await drawing();
  const canvas = init(null, null, { renderer: 'svg', ssr: true, ...size });
  try {
    canvas.setOption({
      animation: false,
      backgroundColor: '#ffffff',
      aria: { enabled: true, decal: { show: true } },
      textStyle: { fontFamily: 'Titillium Web, Geneva, Tahoma, sans-serif', fontSize: 14, color: '#17324d' },
      legend: { bottom: 0, itemGap: 32, textStyle: { fontSize: 14, color: '#17324d' } },
      grid: { left: 60, right: 20, top: 40, bottom: 80 },
      xAxis: { type: 'category', data: [...categories], axisLabel: { fontSize: 13, color: '#17324d' } },
      yAxis: {
        type: 'value',
        name: unit,
        minInterval: 1,
        nameTextStyle: { fontSize: 13, color: '#17324d', align: 'left' },
        axisLabel: { fontSize: 13, color: '#17324d' },
      },
      series: [
        ...bars.map((each) => ({
          type: 'bar' as const,
          stack: 'all',
          barMaxWidth: 48,
          name: each.name,
          itemStyle: { color: each.colour },
          data: [...each.values],
        })),
        ...(line === undefined
          ? []
          : [
              {
                type: 'line' as const,
                name: line.name,
                itemStyle: { color: line.colour },
                lineStyle: { color: line.colour, width: 3 },
                symbol: 'circle',
                symbolSize: 8,
                data: [...line.values],
              },
            ]),
      ],
    });
    return canvas.renderToSVGString();
  } finally {
    canvas.dispose();
  }
}
