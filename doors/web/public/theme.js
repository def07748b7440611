// Runs before the first paint, so that a dark screen never flashes white.
;(() => {
  const root = document.documentElement
  let theme = null
  let language = null
  try {
    theme = localStorage.getItem('tutti-theme')
    language = localStorage.getItem('tutti-language')
  } catch {
    // Storage is refused: the system's choice stands.
  }
  const dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
  const spoken = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag === 'en' || tag === 'fr')
  root.lang = language === 'fr' || language === 'en' ? language : (spoken ?? 'en')
})()
