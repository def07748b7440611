import { Button, SegmentedControl } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { useState } from 'react'
import { Card } from '../../../foundations/ui/layout/card.tsx'
import { ScreenLink } from '../../../foundations/ui/layout/screen-link.tsx'
import { useMay } from '../../../foundations/ui/session/session-context.ts'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import styles from './event.module.css'
import { eventWords } from './event.words.ts'
import { type SendWay, sendingCode, sendWays } from './sending-code.page.ts'

interface HowToSendProps {
  readonly span?: 5 | 12
}

/** Code that sends an event here, for the places people send from; it shows no secret. */
export function HowToSend({ span = 5 }: HowToSendProps) {
  const say = useWords(eventWords)
  const mayMakeKeys = useMay('keys:write')
  const clipboard = useClipboard()
  const [way, setWay] = useState<SendWay>('node')
  const code = sendingCode(way, window.location.origin)
  return (
    <Card title={say('howTo')} note={say('howToNote')} span={span}>
      <SegmentedControl
        aria-label={say('language')}
        value={way}
        onChange={(value) => setWay(value as SendWay)}
        data={sendWays.map((value) => ({ value, label: say(value) }))}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <pre className={styles.code} tabIndex={0}>
        {code}
      </pre>
      <div className={styles.buttons}>
        <Button variant="default" onClick={() => clipboard.copy(code)}>
          {say(clipboard.copied ? 'copied' : 'copy')}
        </Button>
        {mayMakeKeys ? (
          <ScreenLink to="settings/keys" className={styles.link}>
            {say('makeKey')} <span aria-hidden="true">→</span>
          </ScreenLink>
        ) : null}
      </div>
    </Card>
  )
}
