import { Card, Row } from '../../../foundations/ui/layout/card.tsx'
import { PageHead } from '../../../foundations/ui/layout/page-head.tsx'
import { Brand } from '../../../foundations/ui/mark/brand.tsx'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { RemoveWorkspace } from './remove-workspace.tsx'
import styles from './settings.module.css'
import { settingsWords } from './settings.words.ts'

/** What Tutti is, on what terms, and where its API is described. */
export function AboutPage() {
  const say = useWords(settingsWords)
  return (
    <>
      <PageHead title={say('about')} />
      <Row>
        <Card span={8}>
          <div className={styles.stack}>
            <Brand size={40} />
            <p className={styles.about}>{say('aboutText')}</p>
            <p>{say('figuresAre')}</p>
            <p>{say('licence')}</p>
            <a href="/api/docs" className={styles.link}>
              {say('apiDocs')}
            </a>
          </div>
        </Card>
        <RemoveWorkspace />
      </Row>
    </>
  )
}
