import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router'
import { cleanFilters } from '../../foundations/ui/filters/filters.ts'
import { FailedPage } from './entrance/failed-page.tsx'
import { NotFoundPage } from './entrance/not-found-page.tsx'
import { RootFrame } from './entrance/root-frame.tsx'
import { parseAddress, writeAddress } from './search-params.ts'
import { meQuery } from './session/access-api.ts'
import { ownFilters } from './session/own-filters.ts'
import { workspacePages } from './workspace-pages.ts'

interface RouterContext {
  readonly queryClient: QueryClient
}

const root = createRootRouteWithContext<RouterContext>()({ component: RootFrame })

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: async ({ context }) => {
    const me = await context.queryClient.ensureQueryData(meQuery())
    if (!me.person) throw redirect({ to: me.needsWelcome ? '/welcome' : '/sign-in' })
    const first = me.workspaces[0]
    if (!first) throw redirect({ to: '/new-workspace' })
    throw redirect({
      to: '/w/$workspace/$',
      params: { workspace: first.key, _splat: 'cockpit' },
      search: ownFilters(first) as never,
    })
  },
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./entrance/sign-in-page.tsx'), 'SignInPage'),
})

const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  component: lazyRouteComponent(() => import('./entrance/welcome-page.tsx'), 'WelcomePage'),
})

const newWorkspace = createRoute({
  getParentRoute: () => root,
  path: '/new-workspace',
  component: lazyRouteComponent(() => import('./entrance/new-workspace-page.tsx'), 'NewWorkspacePage'),
})

const workspace = createRoute({
  getParentRoute: () => root,
  path: '/w/$workspace',
  validateSearch: (search: Record<string, unknown>) => ({ ...search, ...cleanFilters(search) }),
  search: { middlewares: [retainSearchParams(['period', 'population', 'segment', 'unit'] as never[])] },
  beforeLoad: async ({ context, location, params }) => {
    const me = await context.queryClient.ensureQueryData(meQuery())
    if (!me.person) throw redirect({ to: '/sign-in', search: { to: location.href } as never })
    if (!me.workspaces.some((one) => one.key === params.workspace)) throw redirect({ to: '/' })
  },
  component: lazyRouteComponent(() => import('./shell/workspace-frame.tsx'), 'WorkspaceFrame'),
})

const pages = workspacePages.map(({ path, load, name }) =>
  createRoute({
    getParentRoute: () => workspace,
    path,
    component: lazyRouteComponent(load as () => Promise<Record<string, () => React.ReactNode>>, name),
  }),
)

const elsewhere = createRoute({ getParentRoute: () => workspace, path: '$', component: NotFoundPage })

export function makeRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree: root.addChildren([
      home,
      signIn,
      welcome,
      newWorkspace,
      workspace.addChildren([...pages, elsewhere]),
    ]),
    context: { queryClient },
    parseSearch: parseAddress,
    stringifySearch: writeAddress,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    defaultNotFoundComponent: NotFoundPage,
    defaultErrorComponent: FailedPage,
  })
}
