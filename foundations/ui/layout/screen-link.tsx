import { Link } from '@tanstack/react-router'
import type { ComponentProps } from 'react'
import { useSession } from '../session/session-context.ts'

type LinkProps = ComponentProps<typeof Link>

interface ScreenLinkProps extends Omit<LinkProps, 'to' | 'params' | 'search'> {
  /** Address below the workspace, e.g. `measurement/heat-map`. */
  readonly to: string
  /** Added to the filters, which every link keeps. */
  readonly search?: Readonly<Record<string, string | undefined>>
}

/** A link to another screen of the same workspace. */
export function ScreenLink({ to, search, ...rest }: ScreenLinkProps) {
  const { workspace } = useSession()
  const place = { to: `/w/${workspace}/${to}`, search: search ?? {} } as unknown as Pick<
    LinkProps,
    'to' | 'search'
  >
  return <Link {...rest} {...place} />
}
