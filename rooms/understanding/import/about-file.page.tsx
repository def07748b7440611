import { NativeSelect, TextInput } from '@mantine/core'
import { textIn } from '../../../foundations/format/text-in.ts'
import { keyOfName } from '../../../foundations/ui/form/key-of-name.ts'
import { Card } from '../../../foundations/ui/layout/card.tsx'
import { useFormats } from '../../../foundations/ui/words/use-formats.ts'
import { useLanguage, useWords } from '../../../foundations/ui/words/use-words.ts'
import { populations } from '../contract.ts'
import { columnWords } from './columns.words.ts'
import styles from './import.module.css'
import type { Wizard } from './use-wizard.page.ts'

function Questions({ wizard }: { readonly wizard: Wizard }) {
  const language = useLanguage()
  const say = useWords(columnWords)
  const questions = wizard.proposal?.questions ?? []
  if (questions.length === 0) return null
  return (
    <div className={styles.part}>
      <h3>{say('questions')}</h3>
      <ul className={styles.said}>
        {questions.map((question) => (
          <li key={question.en}>{textIn(question, language)}</li>
        ))}
      </ul>
    </div>
  )
}

/** Whether the day given stands for rows without one, or completes days without a month. */
function dayNeeded({ choices }: Wizard): 'dayHint' | 'dayMonthHint' | null {
  const date = choices.find(({ role }) => role === 'date')
  if (!date) return 'dayHint'
  return date.formats?.includes('d') ? 'dayMonthHint' : null
}

/** What no file tells: what it is, where it comes from, of whom it tells, and when. */
export function AboutFile({ wizard }: { readonly wizard: Wizard }) {
  const say = useWords(columnWords)
  const { about, setAbout } = wizard
  const { list } = useFormats()
  const day = dayNeeded(wizard)
  const names = wizard.uploads.map(({ fileName }) => fileName)
  const alike = { count: names.length, names: list(names), first: names[0] ?? '' }
  return (
    <Card title={say('onlyYou')} note={names.length > 1 ? say('filesAlike', alike) : undefined}>
      <Questions wizard={wizard} />
      <div className={styles.about}>
        <TextInput
          label={say('name')}
          value={about.name}
          required
          onChange={(event) => setAbout({ ...about, name: event.currentTarget.value })}
        />
        <NativeSelect
          label={say('population')}
          value={about.population}
          data={populations.map((value) => ({ value, label: say(value) }))}
          onChange={(event) =>
            setAbout({ ...about, population: event.currentTarget.value as typeof about.population })
          }
        />
        <TextInput
          label={say('source')}
          description={say('sourceHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={about.source}
          error={keyOfName(about.source) === about.source && about.source !== '' ? null : say('keyFault')}
          onChange={(event) => setAbout({ ...about, source: event.currentTarget.value })}
        />
        {day ? (
          <TextInput
            type="date"
            label={say('day')}
            description={say(day)}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={about.day}
            onChange={(event) =>
              event.currentTarget.value && setAbout({ ...about, day: event.currentTarget.value })
            }
          />
        ) : null}
      </div>
    </Card>
  )
}
