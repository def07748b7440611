import { createSpotlight, Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight'
import { useEffect } from 'react'
import '@mantine/spotlight/styles.layer.css'
import './palette.css'

export interface PaletteEntry {
  readonly id: string
  readonly label: string
  readonly detail: string
  readonly group: string
}

interface PaletteProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly entries: readonly PaletteEntry[]
  readonly onChoose: (id: string) => void
  readonly placeholder: string
  readonly nothing: string
}

const [store, spotlight] = createSpotlight()

function grouped(
  entries: readonly PaletteEntry[],
  onChoose: (id: string) => void,
): SpotlightActionGroupData[] {
  const names = [...new Set(entries.map((entry) => entry.group))]
  return names.map((group) => ({
    group,
    actions: entries
      .filter((entry) => entry.group === group)
      .map(({ id, label, detail }) => ({ id, label, description: detail, onClick: () => onChoose(id) })),
  }))
}

/** Finds screens and things by name, by keyboard alone. */
export function Palette({ opened, onClose, entries, onChoose, placeholder, nothing }: PaletteProps) {
  useEffect(() => {
    if (opened) spotlight.open()
    else spotlight.close()
  }, [opened])
  return (
    <Spotlight
      store={store}
      actions={grouped(entries, onChoose)}
      nothingFound={nothing}
      onSpotlightClose={onClose}
      shortcut={null}
      limit={40}
      scrollable
      maxHeight="min(60vh, 480px)"
      searchProps={{ placeholder, 'aria-label': placeholder }}
      transitionProps={{ duration: 100 }}
      overlayProps={{ blur: 0, backgroundOpacity: 0.35 }}
      centered={false}
      yOffset="14vh"
    />
  )
}
