import type { ReactNode } from 'react'
import type { SectionKey } from './screens.ts'

const shapes: Readonly<Record<SectionKey, ReactNode>> = {
  cockpit: (
    <>
      <rect x="3" y="3" width="6" height="8" rx="1.2" />
      <rect x="11" y="3" width="6" height="4.5" rx="1.2" />
      <rect x="3" y="13.5" width="6" height="3.5" rx="1.2" />
      <rect x="11" y="10" width="6" height="7" rx="1.2" />
    </>
  ),
  strategy: <path d="M5 17.5V3M5 3.8h10l-2.3 3.4L15 10.6H5" />,
  understanding: (
    <>
      <path d="M3.5 4h13v9.5H9.2L5.8 16.8v-3.3H3.5z" />
      <path d="M7 7.4h6M7 10.2h3.6" />
    </>
  ),
  design: (
    <>
      <path d="M2.5 5.5h15M2.5 10h15M2.5 14.5h15" />
      <circle cx="6" cy="12.2" r="2" fill="currentColor" />
      <circle cx="13.6" cy="7.8" r="2" fill="currentColor" />
    </>
  ),
  measurement: (
    <>
      <path d="M6 3v14M4 3h4M4 17h4M14 6.5v9M12 6.5h4M12 15.5h4" />
      <circle cx="6" cy="9" r="1.8" fill="currentColor" />
      <circle cx="14" cy="12" r="1.8" fill="currentColor" />
    </>
  ),
  governance: (
    <>
      <path d="M16.6 8.2A7 7 0 0 0 4.2 6.2M3.4 11.8a7 7 0 0 0 12.4 2" />
      <path d="M4.6 2.6 4 6.4l3.8.4M15.4 17.4l.6-3.8-3.8-.4" />
    </>
  ),
  culture: (
    <>
      <circle cx="7" cy="6.6" r="2.6" />
      <path d="M2.2 16.4c.3-3.2 2.2-4.8 4.8-4.8s4.5 1.6 4.8 4.8" />
      <path d="M12.6 4.3a2.6 2.6 0 0 1 .6 5.1M14.2 12c2 .5 3.3 2 3.6 4.4" />
    </>
  ),
  settings: (
    <>
      <path d="M3 6h8M15 6h2M3 14h2M9 14h8" />
      <circle cx="13" cy="6" r="2" />
      <circle cx="7" cy="14" r="2" />
    </>
  ),
}

/** The glyph of a part of the application; its name stands beside it. */
export function Glyph({ section }: { readonly section: SectionKey }) {
  return (
    <svg
      width="20"
      height="20"
      viewBox="0 0 20 20"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {shapes[section]}
    </svg>
  )
}
