import { Button, type ButtonProps } from '@mantine/core'
import type { ReactNode } from 'react'
import { ScreenLink } from '../layout/screen-link.tsx'
import { Empty } from './empty.tsx'

interface EmptyScreenProps {
  readonly title: string
  /** What to do next, in a sentence. */
  readonly children: ReactNode
  /** The screen where it is done, below the workspace, and the verb for going there. */
  readonly to: string
  readonly action: string
  readonly variant?: ButtonProps['variant']
}

/** Nothing is here yet, and it begins on another screen. */
export function EmptyScreen({ title, children, to, action, variant }: EmptyScreenProps) {
  const go = (
    <Button component={ScreenLink} to={to} variant={variant}>
      {action}
    </Button>
  )
  return (
    <Empty title={title} actions={go}>
      {children}
    </Empty>
  )
}
