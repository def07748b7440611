import type { Better } from '../../format/gap-state.ts'
import { useWords } from '../words/use-words.ts'
import { figureWords } from './figure.words.ts'
import styles from './verdict.module.css'

export type VerdictName = 'moved-up' | 'moved-down' | 'noise' | 'too-thin'

const signs = { 'moved-up': '▲', 'moved-down': '▼', noise: '≈', 'too-thin': '⋯' } as const
const words = {
  before: { 'moved-up': 'movedUp', 'moved-down': 'movedDown', noise: 'noise', 'too-thin': 'tooThin' },
  others: { 'moved-up': 'above', 'moved-down': 'below', noise: 'noise', 'too-thin': 'tooThin' },
} as const
const meanings = {
  'moved-up': 'up',
  'moved-down': 'down',
  noise: 'noiseMeans',
  'too-thin': 'tooThinMeans',
} as const

function toneOf(verdict: VerdictName, better: Better): 'good' | 'bad' | 'quiet' {
  if (verdict === 'noise' || verdict === 'too-thin') return 'quiet'
  return (verdict === 'moved-up') === (better === 'higher') ? 'good' : 'bad'
}

interface VerdictProps {
  readonly verdict: VerdictName
  readonly better?: Better
  /** What it was compared with: its own past, or what others have. */
  readonly against?: 'before' | 'others'
}

/** Whether a figure moved, or stands apart from others, by shape and word; colour only helps. */
export function Verdict({ verdict, better = 'higher', against = 'before' }: VerdictProps) {
  const say = useWords(figureWords)
  return (
    <span className={`${styles.verdict} ${styles[toneOf(verdict, better)]}`} title={say(meanings[verdict])}>
      <span className={styles.sign} aria-hidden="true">
        {signs[verdict]}
      </span>
      {say(words[against][verdict])}
      <span className="visually-hidden"> ({say(meanings[verdict])})</span>
    </span>
  )
}
