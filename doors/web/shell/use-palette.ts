import { useHotkeys } from '@mantine/hooks'
import { useCallback, useState } from 'react'

/** Whether the command palette is open; it is not loaded before it is first wanted. */
export function usePalette() {
  const [wanted, setWanted] = useState(false)
  const [opened, setOpened] = useState(false)
  const open = useCallback(() => {
    setWanted(true)
    setOpened(true)
  }, [])
  const close = useCallback(() => setOpened(false), [])
  useHotkeys([['mod+K', open]], [])
  return { wanted, opened, open, close }
}
