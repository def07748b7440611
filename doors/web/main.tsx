import '@fontsource-variable/inter/index.css'
import '@fontsource-variable/source-serif-4/index.css'
import '@fontsource-variable/source-serif-4/wght-italic.css'
import '../../foundations/ui/theme/tokens.css'
import '@mantine/core/styles.layer.css'
import '../../foundations/ui/theme/base.css'
import '../../foundations/ui/theme/mantine.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ApiContext } from '../../foundations/ui/api/use-api.ts'
import { schemeManager, theme } from '../../foundations/ui/theme/theme.ts'
import { makeQueryClient } from './query-client.ts'
import { makeRouter } from './router.tsx'
import { apiPlace } from './session/access-api.ts'
import { beginPage } from './workspace-pages.ts'

beginPage(window.location.pathname)
const queryClient = makeQueryClient()
const router = makeRouter(queryClient)

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <MantineProvider theme={theme} colorSchemeManager={schemeManager} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <ApiContext value={apiPlace}>
          <RouterProvider router={router} />
        </ApiContext>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
