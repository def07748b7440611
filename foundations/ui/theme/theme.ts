import { createTheme, localStorageColorSchemeManager, type MantineColorsTuple } from '@mantine/core'

/** Ink as Mantine wants a colour: ten equal shades, because buttons are ink on paper in both schemes. */
const ink = Array.from({ length: 10 }, () => 'var(--ink)') as unknown as MantineColorsTuple

/** Must stay the key that the page's own `theme.js` reads before the first paint. */
export const schemeManager = localStorageColorSchemeManager({ key: 'tutti-theme' })

export const theme = createTheme({
  fontFamily: 'var(--sans)',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  headings: { fontFamily: 'var(--serif)', fontWeight: '400' },
  black: '#1c1b1a',
  white: '#ffffff',
  colors: { ink },
  primaryColor: 'ink',
  defaultRadius: 8,
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '19px' },
  lineHeights: { xs: '1.45', sm: '1.45', md: '1.45', lg: '1.45', xl: '1.35' },
  components: {
    Modal: { defaultProps: { transitionProps: { duration: 120 }, centered: true } },
    Drawer: { defaultProps: { transitionProps: { duration: 120 } } },
    Menu: { defaultProps: { transitionProps: { duration: 100 }, shadow: 'md' } },
    Popover: { defaultProps: { transitionProps: { duration: 100 }, shadow: 'md' } },
    Tooltip: { defaultProps: { transitionProps: { duration: 100 }, openDelay: 200 } },
    Select: { defaultProps: { checkIconPosition: 'right', allowDeselect: false } },
  },
})
