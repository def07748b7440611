import type { LinkagePanel } from './link-parts.ts'
import type { NamedPanel } from './linkage-panel.ts'
import { type LinkageFound, linksOfPanel } from './links-of-panel.ts'

/** A panel with the names of its places, as it goes to a thread. */
export interface LinkageInput extends Pick<NamedPanel, 'unitNames' | 'periodNames' | 'hidden'> {
  readonly panel: LinkagePanel
  /** Keys of the measures, in the order of the indicators. */
  readonly keys: readonly string[]
}

/** What was found, with what names it. */
export interface LinkageRead extends Omit<LinkageInput, 'panel'> {
  readonly found: LinkageFound
  readonly units: number
  readonly periods: number
  /** Figures of each indicator. */
  readonly cells: readonly number[]
}

/** Links of a panel, with the names that came with it. */
export function linkageOfInput(
  { panel, ...names }: LinkageInput,
  onProgress: (share: number) => void = () => {},
): LinkageRead {
  return {
    ...names,
    units: panel.units,
    periods: panel.periods,
    cells: panel.indicators.map(({ values }) => values.filter((value) => !Number.isNaN(value)).length),
    found: linksOfPanel(panel, onProgress),
  }
}
