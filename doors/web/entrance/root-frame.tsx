import { Outlet } from '@tanstack/react-router'
import { Suspense } from 'react'

/** Holds whatever page the address asks for. */
export function RootFrame() {
  return (
    <Suspense fallback={null}>
      <Outlet />
    </Suspense>
  )
}
