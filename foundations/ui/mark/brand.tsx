import { MarkShape } from './mark.tsx'

/** The three marks on three lines of a stave: the logo. */
export function Brand({ size = 26 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 26 26" aria-hidden="true" style={{ flex: 'none' }}>
      {[7, 13, 19].map((y) => (
        <line key={y} x1={0} x2={26} y1={y} y2={y} stroke="var(--rule)" />
      ))}
      <MarkShape kind="promise" x={4.5} y={13} radius={3.5} />
      <MarkShape kind="lived" x={13} y={7} radius={3.8} />
      <MarkShape kind="people" x={21.5} y={16} radius={3.9} />
    </svg>
  )
}
