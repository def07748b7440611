import { LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

use([LineChart, GridComponent, TooltipComponent, MarkLineComponent, AriaComponent, SVGRenderer])

/** A chart drawn as shapes; the library comes with this file, so it is loaded only where a chart is drawn. */
export function makeChart(element: HTMLElement) {
  return init(element, null, { renderer: 'svg' })
}
