import { Button } from '@mantine/core'
import { useFilters } from '../../../foundations/ui/filters/use-filters.ts'
import { useLanguage, useWords } from '../../../foundations/ui/words/use-words.ts'
import { reportWords } from './report.words.ts'

/** Opens the report of what is looked at, ready to print, or takes it away as a PDF. */
export function ReportButtons({ disabled }: { readonly disabled: boolean }) {
  const say = useWords(reportWords)
  const { workspace, ...filters } = useFilters()
  const language = useLanguage()
  const asked = Object.entries({ ...filters, language }).filter(([, value]) => value !== undefined)
  const address = (form: 'html' | 'pdf') =>
    `/api/v1/workspaces/${workspace}/report?${new URLSearchParams([...asked, ['form', form]])}`
  if (disabled)
    return (
      <>
        <Button variant="default" disabled>
          {say('pdf')}
        </Button>
        <Button disabled>{say('print')}</Button>
      </>
    )
  return (
    <>
      <Button component="a" variant="default" href={address('pdf')} download>
        {say('pdf')}
      </Button>
      <Button component="a" href={address('html')} target="_blank" rel="noopener">
        {say('print')}
      </Button>
    </>
  )
}
