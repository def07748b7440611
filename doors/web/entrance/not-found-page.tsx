import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Empty } from '../../../foundations/ui/state/empty.tsx'
import { useWords } from '../../../foundations/ui/words/use-words.ts'
import { shellWords } from '../shell/shell.words.ts'

/** The address leads nowhere. */
export function NotFoundPage() {
  const say = useWords(shellWords)
  return (
    <Empty
      title={say('notFound')}
      actions={
        <Button component={Link} to="/" variant="default">
          {say('toCockpit')}
        </Button>
      }
    >
      {say('notFoundHint')}
    </Empty>
  )
}
