import type { FigureForm } from '../../../foundations/format/formats.ts'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import type { ScorecardRow } from './scorecard.contract.ts'
import { scorecardWords } from './scorecard.words.ts'

interface PeerStripProps {
  readonly row: ScorecardRow
  readonly name: string
  readonly form: FigureForm
}

const height = 18
const middle = height / 2

/** Where a figure lies among those of its peers: they are ticks, their mean a longer one, its own a dot. */
export function PeerStrip({ row: { peers, standing, estimate }, name, form }: PeerStripProps) {
  const say = useWords(scorecardWords)
  const formats = useFormats()
  const known = peers.flatMap((peer) => (peer.estimate?.value == null ? [] : [peer.estimate.value]))
  const own = estimate.value
  if (own === null || known.length === 0 || !standing) return '⋯'
  const [low, high] = [Math.min(own, ...known), Math.max(own, ...known)]
  const at = (value: number) => `${(4 + ((value - low) / (high - low || 1)) * 92).toFixed(2)}%`
  const label = say('stripLabel', {
    name,
    own: formats.value(own, form),
    peers: formats.list(known.map((value) => formats.value(value, form))),
  })
  return (
    <>
      <svg width="100%" height={height} role="img" aria-label={label}>
        <line x1="0%" x2="100%" y1={middle} y2={middle} stroke="var(--rule)" />
        {peers.map(({ key, estimate: other }) =>
          other?.value == null ? null : (
            <line
              key={key}
              x1={at(other.value)}
              x2={at(other.value)}
              y1={4}
              y2={height - 4}
              stroke="var(--muted)"
            />
          ),
        )}
        {standing.mean === null ? null : (
          <line
            x1={at(standing.mean)}
            x2={at(standing.mean)}
            y1={0}
            y2={height}
            stroke="var(--ink)"
            strokeDasharray="2 2"
          />
        )}
        <circle cx={at(own)} cy={middle} r={4.5} fill="var(--lived)" />
      </svg>
      <small>
        {say('standingText', {
          better: formats.number(standing.better),
          alike: formats.number(standing.alike),
          worse: formats.number(standing.worse),
        })}
      </small>
    </>
  )
}
